import { makeZip, type ZipPart } from './make-zip.ts'

const OFFICE = 'http://schemas.openxmlformats.org'
const MAIN = `${OFFICE}/spreadsheetml/2006/main`
const RELATION = `${OFFICE}/officeDocument/2006/relationships`
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const FRAME: readonly ZipPart[] = [
  {
    name: '[Content_Types].xml',
    content:
      `<Types xmlns="${OFFICE}/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    content:
      `<Relationships xmlns="${OFFICE}/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      `<Relationships xmlns="${OFFICE}/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  },
]

/** What the one sheet of a hand-made workbook holds, in raw XML. */
export interface RawWorkbook {
  readonly rows: string
  /** Goes before the sheet's root element, where a document type with entities would stand. */
  readonly prologue?: string
  readonly sharedStrings?: string
  /** The unpacked size that the zip says the sheet has. */
  readonly claims?: number
  readonly extra?: readonly ZipPart[]
}

/** A cell of raw XML with this text in it, which is not escaped. */
export const rawCell = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

/** An xlsx file made by hand: no library would write what these tests need. */
export function makeXlsx(workbook: RawWorkbook): Buffer {
  const { rows, prologue = '', sharedStrings = '', claims, extra = [] } = workbook
  const content = `${prologue}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
  return makeZip([
    ...FRAME,
    { name: 'xl/worksheets/sheet1.xml', content, ...(claims === undefined ? {} : { claims }) },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${sharedStrings}</sst>` },
    ...extra,
  ])
}
