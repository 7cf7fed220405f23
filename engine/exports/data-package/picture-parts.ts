import { stringify } from 'csv-stringify/sync'
import { asFileName } from '../../../shared/file-names.ts'
import { PICTURE_LIST } from '../../../shared/messages/pictures/exported-pictures.ts'
import type { PictureType } from '../../../shared/model/pictures/pictures.ts'
import { neutralise } from '../../files/write/csv.ts'
import type { ZipPart } from '../../files/write/zip.ts'
import type { ExportedPicture } from '../material/exported-pictures.ts'
import type { ExportMaterial } from '../material/material.ts'

/** The folder of pictures; chosen whole, it is loaded again as it was. */
const FOLDER = 'pictures'

const ENDINGS: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/** The pictures that a data package has: none where it is for everybody, as whoever drew them may not have let them out. */
export const packagedPictures = ({
  release,
  pictures,
}: Pick<ExportMaterial, 'release' | 'pictures'>): readonly ExportedPicture[] =>
  release === 'research' ? pictures : []

/** The pictures of the framework as files, and a list that says which indicator each is of and what it shows; nothing where it has none. */
export function pictureParts(pictures: readonly ExportedPicture[]): readonly ZipPart[] {
  if (pictures.length === 0) return []
  const names = new Set<string>()
  const files = pictures.map(picture => {
    const name = freeName(picture, names)
    names.add(name.toLowerCase())
    return { ...picture, name }
  })
  const rows = files.map(({ code, section, title, name, description }) =>
    [code, section.join(' > '), title, name, description].map(neutralise),
  )
  const list = stringify([PICTURE_LIST, ...rows], { quoted_match: /[\r\n]/ })
  return [
    { name: `${FOLDER}/${FOLDER}.csv`, open: () => [list] },
    ...files.map(({ name, bytes }) => ({ name: `${FOLDER}/${name}`, open: () => [bytes()] })),
  ]
}

/** The code as a file's name, with a number where two codes would have one. */
function freeName({ code, type }: ExportedPicture, taken: ReadonlySet<string>): string {
  const stem = asFileName(code, '-') || FOLDER
  for (let count = 1; ; count++) {
    const name = `${stem}${count === 1 ? '' : ` (${count})`}.${ENDINGS[type]}`
    if (!taken.has(name.toLowerCase())) return name
  }
}
