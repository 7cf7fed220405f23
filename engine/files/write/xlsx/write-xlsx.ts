import type { Writable } from 'node:stream'
import { assertNever } from '../../../../shared/assert-never.ts'
import type {
  CellValue,
  NotesSheet,
  PicturesSheet,
  SpreadsheetContent,
  TableColumn,
  TableSheet,
} from '../sheets.ts'
import type { PlacedPicture } from './drawing.ts'
import {
  dated,
  HEADING,
  heightOf,
  NOTES_HEADING,
  NOTES_TEXT,
  NOTES_TITLE,
  NUMBER_HEADING,
  ROW,
  styleOf,
} from './looks.ts'
import {
  cellsOf,
  columnLetters,
  type PageLayout,
  type Sheet,
  type SheetEnd,
  type SheetLayout,
  type SheetRow,
} from './sheet.ts'
import type { CellStyle } from './styles.ts'
import { writeWorkbook } from './write-workbook.ts'

/** The rows that a sheet of this format can have, under its headings. */
const MOST_ROWS = 1_048_575

/**
 * Writes a spreadsheet file and ends the stream. Text is written as text, so no cell can become a
 * formula. The rows are taken while they are written, not all at once; a table with more rows than a
 * sheet can have goes on over further sheets.
 */
export const writeXlsx = (
  out: Writable,
  content: SpreadsheetContent,
  mostRows: number = MOST_ROWS,
): Promise<void> => writeWorkbook(out, content, sheetsOf(content, mostRows))

function* sheetsOf({ sheets }: SpreadsheetContent, mostRows: number): Generator<Sheet> {
  for (const sheet of sheets) {
    switch (sheet.kind) {
      case 'table':
        yield* tableSheets(sheet, mostRows)
        break
      case 'notes':
        yield notesSheet(sheet)
        break
      case 'pictures':
        yield picturesSheet(sheet)
        break
      default:
        assertNever(sheet)
    }
  }
}

/** A row of values, as high as its text. */
function rowOf(
  cells: readonly CellValue[],
  styles: readonly CellStyle[],
  { widths }: SheetLayout,
): SheetRow {
  const height = heightOf(cells, styles, widths)
  return { cells, styles, ...(height === undefined ? {} : { height }) }
}

const PAGE = { orientation: 'landscape', repeatsHeadings: true, hasFooter: true } as const

/** The characters of columns that one page takes across at a size that is read without a glass. */
const WIDEST = 200
const READABLE = 70

/** A page as wide as the columns; where they are too many and some say which row it is, pages side by side that repeat those. */
function pageOf({ columns }: TableSheet): PageLayout {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const repeatsColumns = columns.findIndex(({ isKey }) => isKey !== true)
  return width <= WIDEST || repeatsColumns < 1 ? PAGE : { ...PAGE, scale: READABLE, repeatsColumns }
}

/** A table on as many sheets as it needs, each with its headings; the next is asked for when one is written. */
function* tableSheets(table: TableSheet, mostRows: number): Generator<Sheet> {
  const widths = table.columns.map(({ width }) => width)
  const layout = { widths, frozenRows: 1, page: pageOf(table) }
  const rows = table.rows[Symbol.iterator]()
  let next = rows.next()
  const some = function* (): Generator<SheetRow, SheetEnd> {
    const { columns } = table
    const names = columns.map(({ name }) => name)
    yield rowOf(
      names,
      columns.map(({ format }) => (format ? NUMBER_HEADING : HEADING)),
      layout,
    )
    const styles = columns.map(styleOf)
    const hasDates = columns.some(({ date }) => date !== undefined)
    let count = 0
    for (; !next.done && count < mostRows; next = rows.next(), count++) {
      yield rowOf(hasDates ? withDates(next.value, columns) : next.value, styles, layout)
    }
    return tableEnd(columns, count)
  }
  let sheets = 1
  do {
    const name = sheets === 1 ? table.name : `${table.name} (${sheets})`
    yield { name, layout, rows: some }
    sheets++
  } while (!next.done)
}

const withDates = (
  row: readonly CellValue[],
  columns: readonly TableColumn[],
): readonly CellValue[] =>
  row.map((cell, at) => {
    const column = columns[at]
    return column ? dated(cell, column) : cell
  })

const tableEnd = (columns: readonly TableColumn[], rows: number): SheetEnd => ({
  filter: `A1:${columnLetters(columns.length)}${rows + 1}`,
  looks: columns.flatMap(({ look }, index) =>
    look && rows > 0 ? { at: cellsOf(index, { from: 2, count: rows }), look } : [],
  ),
})

function notesSheet({ name, title, notes }: NotesSheet): Sheet {
  const layout = { widths: [26, 90], page: { orientation: 'portrait' } } as const
  const rows = function* (): Generator<SheetRow, SheetEnd> {
    yield rowOf([title], [NOTES_TITLE], layout)
    for (const { label, text } of notes) {
      const styles = text === '' ? [NOTES_HEADING] : [NOTES_TEXT, NOTES_TEXT]
      yield rowOf([label, text], styles, layout)
    }
    return {}
  }
  return { name, layout, rows }
}

/** Programs pass over page breaks where a sheet is to fit a page, so that it has a size of its own. */
const PICTURE_PAGE: PageLayout = {
  orientation: 'portrait',
  scale: 68,
  margins: { sides: 0.4, top: 0.4, bottom: 0.6, header: 0.3 },
  hasFooter: true,
}

/** A sheet of pictures, each at the top of a page. */
function picturesSheet({ name, title, lead, pictures }: PicturesSheet): Sheet {
  const layout = { widths: [144], hidesGrid: true, page: PICTURE_PAGE }
  const rows = async function* (): AsyncGenerator<SheetRow, SheetEnd> {
    yield rowOf([title], [NOTES_TITLE], layout)
    yield rowOf([lead], [NOTES_TEXT], layout)
    const placed: PlacedPicture[] = []
    let row = 2
    for (const [index, draw] of pictures.entries()) {
      const picture = await draw()
      yield rowOf([picture.name], [NOTES_HEADING], layout)
      row += 1
      placed.push({ ...picture, row })
      const spaces = Math.ceil(picture.height / ROW.pixels) + 1
      const isLast = index === pictures.length - 1
      for (let left = spaces; left > 0; left--) yield space(left === 1 && !isLast)
      row += spaces
    }
    return { pictures: placed }
  }
  return { name, layout, rows }
}

const space = (endsPage: boolean): SheetRow => ({
  cells: [],
  styles: [],
  height: ROW.points,
  endsPage,
})
