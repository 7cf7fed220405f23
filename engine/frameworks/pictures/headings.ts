import { foldedName } from '../read/words/languages/languages.ts'

/** The parts of a picture that a column can hold: the picture or its file's name, and what is on it. */
export type PictureField = 'picture' | 'description'

/** The headings of each in the languages in which frameworks are read; accents and case are forgiven. */
const NAMES: Readonly<Record<PictureField, readonly string[]>> = {
  picture: [
    ...['picture', 'pictures', 'picture file', 'picture name', 'easy read picture', 'image'],
    ...['images', 'image file', 'image name', 'photo', 'photos', 'photo file', 'photograph'],
    ...['pictogram', 'pictograms', 'symbol', 'symbols', 'icon', 'illustration', 'drawing'],
    ...['pictogramme', 'dessin', 'imagen', 'imágenes', 'ilustración', 'pictograma', 'dibujo'],
    ...['bild', 'bilder', 'bilddatei', 'abbildung', 'piktogramm', 'foto', 'immagine', 'immagini'],
    ...['illustrazione', 'pittogramma', 'imagem', 'imagens', 'ilustração', 'desenho'],
    ...['llun', 'lluniau', 'delwedd', 'darlun', 'الصورة', 'صورة', 'الصور', 'رسم'],
  ],
  description: [
    ...['alt text', 'alt', 'alternative text', 'text alternative', 'picture description'],
    ...['description of picture', 'description of the picture', 'image description'],
    ...['description of image', 'description of the image', 'what the picture shows'],
    ...['picture shows', 'the picture shows', 'picture in words', 'photo description'],
    ...['texte alternatif', 'description de l image', 'texto alternativo'],
    ...['descripción de la imagen', 'alternativtext', 'bildbeschreibung', 'testo alternativo'],
    ...['descrizione dell immagine', 'descrição da imagem', 'testun amgen', 'testun arall'],
    ...['disgrifiad o r llun', 'disgrifiad o r ddelwedd', 'النص البديل', 'وصف الصورة'],
  ],
}

const FIELDS = new Map<string, PictureField>(
  (Object.keys(NAMES) as PictureField[]).flatMap(field =>
    NAMES[field].map(name => [foldedName(name), field] as const),
  ),
)

/** No heading that names a picture is longer. */
const LONGEST = 60

/** The part of a picture that a heading names; null where it names none. */
export const pictureField = (heading: string): PictureField | null =>
  heading.length > LONGEST ? null : (FIELDS.get(foldedName(heading)) ?? null)
