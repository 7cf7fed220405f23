import type { Picture } from '../sheets.ts'
import { xmlText } from './text.ts'
import { RELATIONSHIPS, relationsPart, XML } from './workbook-parts.ts'

/** A picture and the row, from 0, that its upper edge stands at. */
export interface PlacedPicture extends Picture {
  readonly row: number
}

const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006'
/** A pixel in the unit of drawings, at 96 pixels an inch. */
const EMU_PER_PIXEL = 9525

/** The part that names the pictures of a drawing; `first` is the number of its first picture in the file. */
export const drawingRelations = (pictures: readonly Picture[], first: number): string =>
  relationsPart(
    pictures.map((_, at) => ({
      type: `${RELATIONSHIPS}/image`,
      target: `../media/image${first + at}.png`,
    })),
  )

/** The part that puts pictures on a sheet. */
export const drawingPart = (pictures: readonly PlacedPicture[]): string =>
  `${XML}<xdr:wsDr xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main" ` +
  `xmlns:r="${RELATIONSHIPS}">${pictures.map(anchored).join('')}</xdr:wsDr>`

function anchored({ name, words, width, height, row }: PlacedPicture, index: number): string {
  const extent = `cx="${width * EMU_PER_PIXEL}" cy="${height * EMU_PER_PIXEL}"`
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${extent}/>` +
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${index + 2}" name="${xmlText(name)}" ` +
    `descr="${xmlText(words)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr>` +
    `</xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId${index + 1}"/><a:stretch><a:fillRect/>` +
    `</a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/>` +
    `</xdr:oneCellAnchor>`
  )
}
