import type { Writable } from 'node:stream'
import type { ConditionalFormattingRule, stream, Worksheet } from 'exceljs'
import type {
  CellValue,
  NotesSheet,
  NumberDisplay,
  PicturesSheet,
  SpreadsheetContent,
  TableColumn,
  TableSheet,
} from './sheets.ts'
import {
  addRow,
  dated,
  HEADING,
  NOTES_HEADING,
  NOTES_TEXT,
  NOTES_TITLE,
  NUMBER_HEADING,
  ROW,
  styleOf,
} from './xlsx-cells.ts'
import { drawingType, type PlacedPicture, placePictures } from './xlsx-pictures.ts'

const PAGE = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const

const FOOTER = { oddFooter: '&L&A&R&P / &N' } as const

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
  const drawings: string[] = []
  changeParts(workbook, new Date(content.moment), drawings)
  // Once the disk refuses, the library waits for ever; whoever waits for it must hear of it.
  const refused = new Promise<never>((_, reject) => {
    out.once('error', reject)
  })
  refused.catch(() => undefined)
  describe(workbook, content)
  for (const sheet of content.sheets) {
    if (sheet.kind === 'notes') addNotes(workbook, sheet)
    else if (sheet.kind === 'pictures') drawings.push(await addPictures(workbook, sheet))
    else await addTable(workbook, sheet, { refused, mostRows })
  }
  await Promise.race([workbook.commit(), refused])
}

/** The library's packer, which takes the parts of the file one by one; its own types lack it. */
type PackingWorkbook = stream.xlsx.WorkbookWriter & {
  readonly zip: { readonly _module: Packer }
}

interface Packer {
  append: (
    source: unknown,
    entry: { readonly name: string; readonly date?: Date },
    done: unknown,
  ) => void
}

const TYPES = '[Content_Types].xml'

/**
 * The same content is to be the same bytes, so that parts are dated by it and not by the clock. The
 * library's list of parts, its last but a few, knows of no drawings.
 */
function changeParts(
  workbook: stream.xlsx.WorkbookWriter,
  date: Date,
  drawings: readonly string[],
): void {
  const packer = (workbook as PackingWorkbook).zip._module
  const append = packer.append.bind(packer)
  packer.append = (source, entry, done) => {
    const part = entry.name === TYPES ? withTypes(source, drawings) : source
    append(part, { ...entry, date }, done)
  }
}

const withTypes = (list: unknown, drawings: readonly string[]): Buffer =>
  Buffer.from(String(list).replace('</Types>', `${drawings.join('')}</Types>`))

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
  const hasDates = table.columns.some(({ date }) => date !== undefined)
  let [sheets, count] = [1, 0]
  for (const row of table.rows) {
    if (count === mostRows) {
      finishSheet(sheet, table, count)
      sheets++
      sheet = beginSheet(workbook, table, `${table.name} (${sheets})`)
      count = 0
    }
    addRow(sheet, hasDates ? row.map((cell, at) => datedIn(cell, table.columns[at])) : row, styles)
    count++
    if (count % ROWS_AT_ONCE === 0) await Promise.race([packed(sheet), refused])
  }
  finishSheet(sheet, table, count)
}

const datedIn = (cell: CellValue, column: TableColumn | undefined): CellValue =>
  column ? dated(cell, column) : cell

function beginSheet(
  workbook: stream.xlsx.WorkbookWriter,
  { columns }: TableSheet,
  name: string,
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { ...PAGE, printTitlesRow: '1:1' },
    headerFooter: FOOTER,
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  addRow(
    sheet,
    columns.map(column => column.name),
    columns.map(({ format }) => (format ? NUMBER_HEADING : HEADING)),
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
function ruleFor({ kind, from, to }: NumberDisplay, priority: number): ConditionalFormattingRule {
  const at = (value: number) => ({ type: 'num' as const, value })
  if (kind === 'colours') {
    const cfvo = [at(from), at((from + to) / 2), at(to)]
    return { type: 'colorScale', priority, cfvo, color: [...COLOURS] }
  }
  // With a gradient, as every program knows it; without, the library makes up an id each time.
  const bar = { type: 'dataBar', priority, gradient: true, cfvo: [at(from), at(to)], color: BAR }
  return bar as ConditionalFormattingRule
}

/** The streams to which the library passes a sheet's rows on; its own types lack them. */
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

/** Programs pass over page breaks where a sheet is to fit a page, so that it has a size of its own. */
const PICTURE_PAGE = {
  paperSize: 9,
  orientation: 'portrait',
  scale: 68,
  margins: { left: 0.4, right: 0.4, top: 0.4, bottom: 0.6, header: 0.3, footer: 0.3 },
} as const

/** Writes a sheet of pictures, each at the top of a page; gives what the list of parts has to say of it. */
async function addPictures(
  workbook: stream.xlsx.WorkbookWriter,
  { name, title, lead, pictures }: PicturesSheet,
): Promise<string> {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: PICTURE_PAGE,
    headerFooter: FOOTER,
    views: [{ showGridLines: false }],
  })
  sheet.columns = [{ width: 144 }]
  addRow(sheet, [title], [NOTES_TITLE])
  addRow(sheet, [lead], [NOTES_TEXT])
  const placed: PlacedPicture[] = []
  let row = 2
  for (const [index, draw] of pictures.entries()) {
    const picture = await draw()
    addRow(sheet, [picture.name], [NOTES_HEADING])
    row += 1
    placed.push({ ...picture, row })
    const rows = Math.ceil(picture.height / ROW.pixels) + 1
    const isLast = index === pictures.length - 1
    for (let left = rows; left > 0; left--) addSpace(sheet, left === 1 && !isLast)
    row += rows
  }
  placePictures(workbook, sheet, placed)
  const type = drawingType(sheet)
  sheet.commit()
  return type
}

function addSpace(sheet: Worksheet, endsPage: boolean): void {
  const row = sheet.addRow([])
  row.height = ROW.points
  if (endsPage) row.addPageBreak()
  row.commit()
}
