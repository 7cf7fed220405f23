import type { Writable } from 'node:stream'
import type {
  ConditionalFormattingRule,
  CellValue as ExcelValue,
  Style,
  stream,
  Worksheet,
} from 'exceljs'
import type {
  CellValue,
  NotesSheet,
  NumberFormat,
  NumberLook,
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
const NOTES_TITLE: Partial<Style> = { font: { ...FONT, bold: true, size: 16 }, alignment: TOP }
const NOTES_HEADING: Partial<Style> = { font: { ...FONT, bold: true, size: 13 }, alignment: TOP }
const NOTES_TEXT: Partial<Style> = { font: FONT, alignment: { ...TOP, wrapText: true } }

const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const

/** The rows that a sheet of this format can have, under its headings. */
const MOST_ROWS = 1_048_575

/** Rows between two pauses, in which the rows written so far reach the disk. */
const ROWS_AT_ONCE = 500

/**
 * Writes a spreadsheet file and ends the stream. Text is written as text, so no cell can become a
 * formula. The rows are taken while they are written, not all at once; a table with more rows than a
 * sheet can have goes on over further sheets.
 */
export async function writeXlsx(
  out: Writable,
  content: SpreadsheetContent,
  mostRows: number = MOST_ROWS,
): Promise<void> {
  // Loaded when it is needed, because it takes longer to load than most commands to run.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  dateParts(workbook, new Date(content.moment))
  // Once the disk refuses, the library waits for ever; whoever waits for it must hear of it.
  const refused = new Promise<never>((_, reject) => {
    out.once('error', reject)
  })
  refused.catch(() => undefined)
  describe(workbook, content)
  for (const sheet of content.sheets) {
    if (sheet.kind === 'notes') addNotes(workbook, sheet)
    else await addTable(workbook, sheet, { refused, mostRows })
  }
  await Promise.race([workbook.commit(), refused])
}

/** What packs the parts of the file, one after another; the library's own types leave this out. */
type PackingWorkbook = stream.xlsx.WorkbookWriter & {
  readonly zip: { readonly _module: Packer }
}

interface Packer {
  append: (source: unknown, entry: Readonly<Record<string, unknown>>, done: unknown) => void
}

/** The same content is to be the same bytes, so that parts are dated by it and not by the clock. */
function dateParts(workbook: stream.xlsx.WorkbookWriter, date: Date): void {
  const packer = (workbook as PackingWorkbook).zip._module
  const append = packer.append.bind(packer)
  packer.append = (source, entry, done) => append(source, { ...entry, date }, done)
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

/** Writes a table on as many sheets as it needs, each with its headings. */
async function addTable(
  workbook: stream.xlsx.WorkbookWriter,
  table: TableSheet,
  { refused, mostRows }: { readonly refused: Promise<never>; readonly mostRows: number },
): Promise<void> {
  const styles = table.columns.map(styleOf)
  let sheet = beginSheet(workbook, table, table.name)
  let [sheets, count] = [1, 0]
  for (const row of table.rows) {
    if (count === mostRows) {
      finishSheet(sheet, table, count)
      sheets++
      sheet = beginSheet(workbook, table, `${table.name} (${sheets})`)
      count = 0
    }
    addRow(sheet, row, styles)
    count++
    if (count % ROWS_AT_ONCE === 0) await Promise.race([packed(sheet), refused])
  }
  finishSheet(sheet, table, count)
}

function beginSheet(
  workbook: stream.xlsx.WorkbookWriter,
  { columns }: TableSheet,
  name: string,
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...PAGE, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  addRow(
    sheet,
    columns.map(column => column.name),
    columns.map(() => HEADING),
  )
  return sheet
}

function finishSheet(sheet: Worksheet, { columns }: TableSheet, rows: number): void {
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: rows + 1, column: columns.length },
  }
  for (const [index, { look }] of columns.entries()) {
    if (look === undefined || rows === 0) continue
    const letter = sheet.getColumn(index + 1).letter
    const ref = `${letter}2:${letter}${rows + 1}`
    sheet.addConditionalFormatting({ ref, rules: [ruleFor(look, index + 1)] })
  }
  sheet.commit()
}

const BAR = { argb: 'FF9CC5C9' } as const
const COLOURS = [{ argb: 'FFF2C9A5' }, { argb: 'FFFFFFFF' }, { argb: 'FF9CC5C9' }] as const

/** A format that follows the number in the cell, also when somebody changes it. */
function ruleFor({ kind, from, to }: NumberLook, priority: number): ConditionalFormattingRule {
  const at = (value: number) => ({ type: 'num' as const, value })
  if (kind === 'colours') {
    const cfvo = [at(from), at((from + to) / 2), at(to)]
    return { type: 'colorScale', priority, cfvo, color: [...COLOURS] }
  }
  // With a gradient, as every program knows it; without, the library makes up an id each time.
  const bar = { type: 'dataBar', priority, gradient: true, cfvo: [at(from), at(to)], color: BAR }
  return bar as ConditionalFormattingRule
}

function styleOf({ format, wraps }: TableColumn): Partial<Style> {
  const numFmt = format ? { numFmt: NUMBER_FORMATS[format] } : {}
  return { font: FONT, alignment: wraps ? { ...TOP, wrapText: true } : TOP, ...numFmt }
}

/**
 * One style object for all cells of a column: the library knows it again by identity, where a style
 * on the column is merged and looked up anew for every cell, at several times the cost.
 */
function addRow(
  sheet: Worksheet,
  values: readonly CellValue[],
  styles: readonly Partial<Style>[],
): void {
  const row = sheet.addRow([])
  for (const [index, value] of values.entries()) {
    if (value === null || value === '') continue
    const cell = row.getCell(index + 1)
    cell.value = toCell(value)
    cell.style = styles[index] ?? {}
  }
  row.commit()
}

/** Where the library passes on what it was given; its own types leave this out. */
type PassingSheet = Worksheet & { readonly stream: { readonly pipes: readonly Writable[] } }

const NOTHING = Buffer.alloc(0)

/**
 * Waits until what was written so far has been packed: the library takes rows faster than it packs
 * them, and would hold them all in memory. Bytes keep their order, so nothing, sent last, is through
 * when all before it is.
 */
async function packed(sheet: Worksheet): Promise<void> {
  const { pipes } = (sheet as PassingSheet).stream
  await Promise.all(pipes.map(pipe => new Promise<void>(done => pipe.write(NOTHING, () => done()))))
}

function addNotes(workbook: stream.xlsx.WorkbookWriter, { name, title, notes }: NotesSheet): void {
  const sheet = workbook.addWorksheet(name, { pageSetup: { ...PAGE, orientation: 'portrait' } })
  sheet.columns = [{ width: 26 }, { width: 90 }]
  addRow(sheet, [title], [NOTES_TITLE])
  for (const { label, text } of notes) {
    addRow(sheet, [label, text], text === '' ? [NOTES_HEADING] : [NOTES_TEXT, NOTES_TEXT])
  }
  sheet.commit()
}

/** What a file of this format cannot hold as it is: control characters, and its own escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * Plain text cells lose the space around their text in some programs, and other programs undo the
 * escapes in them twice; cells of formatted text, which take more room, have neither fault.
 */
function toCell(value: CellValue): ExcelValue {
  if (typeof value !== 'string') return value
  const text = value.replace(UNWRITABLE, escaped)
  return text !== value || /^\s|\s$|&/.test(text) ? { richText: [{ text }] } : text
}
