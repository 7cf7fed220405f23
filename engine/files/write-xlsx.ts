import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { Column, Row, Style, stream, Worksheet } from 'exceljs'
import type {
  CellValue,
  NotesSheet,
  NumberFormat,
  SpreadsheetContent,
  TableColumn,
  TableSheet,
} from './sheets.ts'

const NUMBER_FORMATS: Readonly<Record<NumberFormat, string>> = {
  whole: '0',
  figure: '0.00',
  share: '0%',
}

const TOP = { vertical: 'top' } as const
const FONT = { name: 'Calibri', size: 11 } as const
const HEADING: Partial<Style> = {
  font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E5F' } },
  alignment: { ...TOP, wrapText: true },
}

const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const

/** Rows between two pauses, in which the rows written so far reach the disk. */
const ROWS_AT_ONCE = 500

/**
 * Writes a spreadsheet file and ends the stream. Text is written as text, so no cell can become a
 * formula. The rows are taken while they are written, not all at once.
 */
export async function writeXlsx(out: Writable, content: SpreadsheetContent): Promise<void> {
  // Loaded when it is needed, because it takes longer to load than most commands to run.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  describe(workbook, content)
  for (const sheet of content.sheets) {
    if (sheet.kind === 'notes') addNotes(workbook, sheet)
    else await addTable(workbook, sheet, out)
  }
  await workbook.commit()
}

function describe(
  workbook: stream.xlsx.WorkbookWriter,
  { title, program, moment }: SpreadsheetContent,
): void {
  workbook.title = title
  workbook.creator = program
  workbook.lastModifiedBy = program
  workbook.created = new Date(moment)
  workbook.modified = workbook.created
}

async function addTable(
  workbook: stream.xlsx.WorkbookWriter,
  { name, columns, rows }: TableSheet,
  out: Writable,
): Promise<void> {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...PAGE, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  })
  sheet.columns = columns.map(columnStyle)
  const heading = sheet.addRow(columns.map(column => column.name))
  heading.eachCell(cell => {
    cell.style = HEADING
  })
  heading.commit()
  let count = 0
  for (const row of rows) {
    sheet.addRow(row.map(toCell)).commit()
    count++
    if (count % ROWS_AT_ONCE === 0) await pause(out)
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: count + 1, column: columns.length },
  }
  sheet.commit()
}

function columnStyle({ width, format, wraps }: TableColumn): Partial<Column> {
  const numFmt = format ? { numFmt: NUMBER_FORMATS[format] } : {}
  const alignment = wraps ? { ...TOP, wrapText: true } : TOP
  return { width, style: { font: FONT, alignment, ...numFmt } }
}

/** Lets what was written so far flow on, and stops where the disk refused it. */
async function pause(out: Writable): Promise<void> {
  await setImmediate()
  if (out.errored) throw out.errored
}

function addNotes(workbook: stream.xlsx.WorkbookWriter, { name, title, notes }: NotesSheet): void {
  const sheet = workbook.addWorksheet(name, { pageSetup: { ...PAGE, orientation: 'portrait' } })
  const style = { font: FONT, alignment: { ...TOP, wrapText: true } }
  sheet.columns = [
    { width: 26, style },
    { width: 90, style },
  ]
  const heading = sheet.addRow([toCell(title)])
  heading.font = { ...FONT, bold: true, size: 16 }
  heading.alignment = TOP
  heading.commit()
  for (const { label, text } of notes) addNote(sheet, label, text)
  sheet.commit()
}

function addNote(sheet: Worksheet, label: string, text: string): void {
  const row: Row = sheet.addRow([toCell(label), toCell(text)])
  if (text === '') row.font = { ...FONT, bold: true, size: 13 }
  row.commit()
}

/** What a file of this format cannot hold as it is: control characters, and its own escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text in the one kind of cell that keeps the space around it. */
function toCell(value: CellValue): CellValue | { readonly richText: readonly { text: string }[] } {
  if (typeof value !== 'string') return value
  const text = value.replace(UNWRITABLE, escaped)
  return /^\s|\s$/.test(text) ? { richText: [{ text }] } : text
}
