import { readFile, stat } from 'node:fs/promises'
import { isDevice } from '../../disk/devices.ts'
import { type DiskFault, diskFaultOf } from '../../disk/disk-faults.ts'
import { isHeldOpen, patientlyLater } from '../../disk/patience.ts'
import { cellName } from './cell-names.ts'
import { checkZip } from './check-zip.ts'
import { nameEntities, plainCells } from './html-text.ts'
import { keepWithinLimits, refused } from './keep-within-limits.ts'
import { decodeText, parseCsv } from './parse-csv.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { scanHtml } from './scan-html.ts'
import { scanOds } from './scan-ods.ts'
import { withoutStruckParts } from './scan-ods-struck.ts'
import { countMarkupCells } from './scan-part.ts'
import { struckInXls } from './scan-xls.ts'
import type {
  Mark,
  ReadRefusal,
  RefusedReading,
  Sheet,
  SheetRow,
  SpreadsheetLimits,
  SpreadsheetReading,
} from './spreadsheet.ts'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Documents of text that would otherwise be read as csv: PDF, RTF, PostScript. */
const OTHER_DOCUMENTS = ['%PDF-', '{\\rtf', '%!PS'].map(start => Buffer.from(start, 'latin1'))

/** Case systems export web pages and XML under the name of a spreadsheet. */
const MARKUP = /^\s*<(!doctype|html|head|meta|body|table|\?xml|\?mso)\b/i

const startsWith = (bytes: Buffer, start: Buffer): boolean =>
  bytes.subarray(0, start.length).equals(start)

async function checkFile(
  path: string,
  { bytes }: SpreadsheetLimits,
): Promise<RefusedReading | null> {
  if (isDevice(path)) return refused('file-not-found')
  const file = await stat(path)
  if (!file.isFile()) return refused('not-a-spreadsheet')
  if (file.size === 0) return refused('empty-file')
  return file.size > bytes
    ? refused('too-large', { limit: 'bytes', most: bytes, found: file.size })
    : null
}

/** The bytes of a file within limits, or why they cannot be read. Throws for no fault of the disk. */
async function readBytes(
  path: string,
  limits: SpreadsheetLimits,
): Promise<Buffer | RefusedReading> {
  try {
    const reason = await checkFile(path, limits)
    return reason ?? (await patientlyLater(() => readFile(path), isHeldOpen))
  } catch (error) {
    const fault = diskFaultOf(error)
    if (fault === undefined) throw error
    return refused(REFUSAL_OF_DISK[fault])
  }
}

const REFUSAL_OF_DISK = {
  'in-use': 'file-in-use',
  missing: 'file-not-found',
  'not-allowed': 'file-not-allowed',
  gone: 'disk-gone',
  full: 'disk-gone',
} as const satisfies Readonly<Record<DiskFault, ReadRefusal>>

/** A web page, an OpenDocument of one file or the XML of Excel 2003, as the parser needs it. */
function parseMarkup(markup: string): SpreadsheetReading {
  if (/<(?:\w+:)?spreadsheet[\s>]/.test(markup)) {
    const kept = withoutStruckParts(markup)
    return parseWorkbook({ content: nameEntities(kept), facts: scanOds(kept) })
  }
  const isExcels = /<(?:\w+:)?Workbook[\s>]/.test(markup)
  return !isExcels && /<table[\s>]/i.test(markup)
    ? parseWorkbook({ content: plainCells(markup), facts: scanHtml(markup) })
    : parseWorkbook({ content: nameEntities(markup) })
}

/** True for formats that programs write for each other, which nobody opens as a spreadsheet. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A file that was never written to has sheets, but nothing in them. */
const withSomething = (reading: SpreadsheetReading): SpreadsheetReading =>
  reading.kind === 'sheets' &&
  reading.unread.length === 0 &&
  reading.sheets.every(({ rows }) => rows.length === 0)
    ? refused('empty-file')
    : reading

/** Tells the format by the first bytes of the file, because people rename files and exports misname them. */
async function parseBytes(bytes: Buffer, limits: SpreadsheetLimits): Promise<SpreadsheetReading> {
  if (startsWith(bytes, ZIP)) {
    const checked = await checkZip(bytes, limits)
    if ('kind' in checked) return checked
    return parseWorkbook({ content: checked.bytes, facts: checked.facts })
  }
  if (startsWith(bytes, OLE)) return parseOldExcel(withoutProperties(bytes))
  if (OTHER_DOCUMENTS.some(start => startsWith(bytes, start))) return refused('not-a-spreadsheet')
  const text = decodeText(bytes)
  if (text === null || isJson(text)) return refused('not-a-spreadsheet')
  if (!MARKUP.test(text)) return parseCsv(text, limits)
  const cells = countMarkupCells(text)
  return cells > limits.cells
    ? refused('too-large', { limit: 'cells', most: limits.cells, found: cells })
    : parseMarkup(text)
}

/**
 * Reads a spreadsheet file within limits. Runs in the disposable reader, never in the engine: a
 * parser may run out of memory or time on what it is given. Throws only on a fault of our own.
 */
export async function parseSpreadsheet(
  path: string,
  limits: SpreadsheetLimits,
): Promise<SpreadsheetReading> {
  const bytes = await readBytes(path, limits)
  if ('kind' in bytes) return bytes
  return withSomething(keepWithinLimits(await parseBytes(bytes, limits), limits))
}

/** An old Excel file: the parser tells everything of it but what is struck out. */
function parseOldExcel(bytes: Buffer): SpreadsheetReading {
  const reading = parseWorkbook({ content: bytes })
  if (reading.kind === 'refused') return reading
  const struck = struckInXls(bytes)
  return {
    ...reading,
    sheets: reading.sheets.map((sheet, at) => withStruck(sheet, struck[at] ?? [])),
  }
}

/** A sheet with what is struck out in it marked, and without the parts of texts that are. */
function withStruck(sheet: Sheet, struck: ReturnType<typeof struckInXls>[number]): Sheet {
  if (struck.length === 0) return sheet
  const kept = new Map(
    struck.flatMap(({ row, column, kept: rest }) =>
      rest === null ? [] : [[cellName(column, row), rest] as const],
    ),
  )
  const marks = struck.map(
    ({ row, column, kept: rest }): Mark => ({
      row,
      column,
      kind: rest === null ? 'struck' : 'partly-struck',
    }),
  )
  const rows = sheet.rows.map(row => ({
    ...row,
    cells: row.cells.map(([column, text]): SheetRow['cells'][number] => [
      column,
      kept.get(cellName(column, row.number)) ?? text,
    ]),
  }))
  return { ...sheet, rows: kept.size === 0 ? sheet.rows : rows, marks: [...marks, ...sheet.marks] }
}

/** Streams of an old Excel file in which its title, author and the like stand. */
const PROPERTIES = ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation'].map(name =>
  Buffer.from(`${name}\0`, 'utf16le'),
)

// An entry of the directory is 128 bytes: the name comes first, and the size of the stream stands here.
const ENTRY_BYTES = 128
const SIZE_AT = 120

/**
 * An old Excel file (an OLE container) whose document properties are said to be empty, in the same bytes.
 * Nobody asks for them, and a damaged count of them has the parser fill the memory before it looks at a
 * cell.
 */
function withoutProperties(bytes: Buffer): Buffer {
  for (const name of PROPERTIES) {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
      if (at % ENTRY_BYTES === 0 && at + ENTRY_BYTES <= bytes.length)
        bytes.fill(0, at + SIZE_AT, at + ENTRY_BYTES)
    }
  }
  return bytes
}
