import { crc32, deflateRawSync } from 'node:zlib'

/** A file to put in a zip. `claims` is the unpacked size that the zip says it has, true or not. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Buffer
  readonly claims?: number
}

/** The fields that a file's local header and its entry in the list of contents have in common. */
function commonHeader({ name, content, claims }: ZipPart, packed: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(8, 4)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(claims ?? Buffer.byteLength(content), 18)
  header.writeUInt16LE(Buffer.byteLength(name), 22)
  return header
}

function listEntry(header: Buffer, name: string, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    header,
    rest,
    Buffer.from(name),
  ])
}

/** A zip file made by hand, so that it can lie. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.content)
    const header = commonHeader(part, packed)
    const start = Buffer.from('PK\x03\x04', 'latin1')
    const body = Buffer.concat([start, header, Buffer.from(part.name), packed])
    list.push(listEntry(header, part.name, offset))
    bodies.push(body)
    offset += body.length
  }
  const contents = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, contents, end])
}

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

/** The content of the one sheet of a hand-made workbook, in raw XML. */
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
