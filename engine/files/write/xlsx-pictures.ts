import type { stream, Worksheet } from 'exceljs'
import type { Picture } from './sheets.ts'

/** Members of the library's sheets through which a drawing can be written; its own types lack them. */
type PictureSheet = Worksheet & {
  readonly id: number
  readonly stream: { readonly write: (text: string) => unknown }
  readonly _sheetRelsWriter: {
    readonly addRelationship: (one: { readonly Type: string; readonly Target: string }) => string
  }
  _writeBackground: () => void
}

type PictureWorkbook = stream.xlsx.WorkbookWriter & {
  readonly media: readonly unknown[]
  readonly zip: { readonly append: (text: string, entry: { readonly name: string }) => unknown }
}

/** A picture and the row, from 0, that its upper edge stands at. */
export interface PlacedPicture extends Picture {
  readonly row: number
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** A pixel in the unit of drawings, at 96 pixels an inch. */
const EMU_PER_PIXEL = 9525

/** The part that holds the drawing of a sheet. */
const partOf = ({ id }: PictureSheet): string => `drawing${id}.xml`

/** The entry for the drawing of a sheet in the list of parts, `[Content_Types].xml`. */
export const drawingType = (sheet: Worksheet): string =>
  `<Override PartName="/xl/drawings/${partOf(sheet as PictureSheet)}" ` +
  'ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>'

/**
 * Puts pictures on a sheet that is not committed yet. The library can do that only where it holds a whole file in
 * memory; so the drawing is written here, in the place where it would write a background.
 */
export function placePictures(
  workbook: stream.xlsx.WorkbookWriter,
  sheet: Worksheet,
  pictures: readonly PlacedPicture[],
): void {
  const target = sheet as PictureSheet
  const { media, zip } = workbook as PictureWorkbook
  const first = media.length
  for (const { png } of pictures) {
    // Its own types know the buffers of older Nodes only.
    workbook.addImage({ buffer: png as never, extension: 'png' })
  }
  const part = partOf(target)
  zip.append(drawing(pictures), { name: `xl/drawings/${part}` })
  zip.append(relationships(pictures, first), { name: `xl/drawings/_rels/${part}.rels` })
  target._writeBackground = () => {
    const Type = `${RELATIONSHIPS}/drawing`
    const id = target._sheetRelsWriter.addRelationship({ Type, Target: `../drawings/${part}` })
    target.stream.write(`<drawing r:id="${id}"/>`)
  }
}

const relationships = (pictures: readonly Picture[], first: number): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${pictures
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/image" ` +
        `Target="../media/image${first + index}.png"/>`,
    )
    .join('')}</Relationships>`

const drawing = (pictures: readonly PlacedPicture[]): string =>
  `${XML}<xdr:wsDr xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main" ` +
  `xmlns:r="${RELATIONSHIPS}">${pictures.map(anchored).join('')}</xdr:wsDr>`

function anchored({ name, words, width, height, row }: PlacedPicture, index: number): string {
  const extent = `cx="${width * EMU_PER_PIXEL}" cy="${height * EMU_PER_PIXEL}"`
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${extent}/>` +
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${index + 2}" name="${attribute(name)}" ` +
    `descr="${attribute(words)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr>` +
    `</xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId${index + 1}"/><a:stretch><a:fillRect/>` +
    `</a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>` +
    `</xdr:oneCellAnchor>`
  )
}

/** Characters that XML cannot hold even escaped: control characters and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
const UNWRITABLE = /[\u0000-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const attribute = (text: string): string =>
  text.replace(UNWRITABLE, ' ').replace(/[&<>"]/g, character => ENTITIES[character] ?? '')
