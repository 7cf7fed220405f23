import { cellName } from './cell-names.ts'
import {
  type FoundFacts,
  isUnsafeLink,
  noFacts,
  numbersFrom,
  plainMarkup,
  type SheetFacts,
} from './sheet-facts.ts'

const TAG = /<(table|tr|td|th|col|a)(?=[\s/>])([^<>]*)>/gi
const COMMENT = /<!--[\s\S]*?-->/g

/** A spreadsheet that saves itself as a web page writes what it hides in this way. */
const HIDDEN = /\bstyle\s*=\s*("[^"]*|'[^']*)\bdisplay\s*:\s*none/i

const LINK = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** No browser lets a cell reach over more columns. */
const WIDEST = 1_000

const spanOf = (tag: string, name: string): number => {
  const [, digits = '1'] = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(tag) ?? []
  return Math.min(WIDEST, Math.max(1, Number(digits)))
}

/** The position of the next cell of a table; cells from rows above may extend into its row. */
interface Cursor {
  row: number
  column: number
  /** The column of the last cell. */
  cell: number
  /** The last row that each column is taken in by a cell from above. */
  taken: Map<number, number>
  col: number
}

const start = (): Cursor => ({ row: 0, column: 1, cell: 1, taken: new Map(), col: 1 })

function placeCell(cursor: Cursor, tag: string): void {
  // A cell may stand in a table before any row begins.
  cursor.row = Math.max(1, cursor.row)
  while ((cursor.taken.get(cursor.column) ?? 0) >= cursor.row) cursor.column += 1
  cursor.cell = cursor.column
  const [wide, deep] = [spanOf(tag, 'colspan'), spanOf(tag, 'rowspan')]
  for (const column of numbersFrom(cursor.column, wide)) {
    if (deep > 1) cursor.taken.set(column, cursor.row + deep - 1)
  }
  cursor.column += wide
}

function linkOf(tag: string): string {
  const [, double, single, bare] = LINK.exec(tag) ?? []
  return plainMarkup(double ?? single ?? bare ?? '')
}

function see(sheet: FoundFacts, cursor: Cursor, name: string, tag: string): void {
  switch (name) {
    case 'tr':
      cursor.row += 1
      cursor.column = 1
      if (HIDDEN.test(tag)) sheet.hiddenRows.push(cursor.row)
      return
    case 'col': {
      const columns = numbersFrom(cursor.col, spanOf(tag, 'span'))
      if (HIDDEN.test(tag)) sheet.hiddenColumns.push(...columns)
      cursor.col += columns.length
      return
    }
    case 'a':
      if (isUnsafeLink(linkOf(tag))) sheet.unsafeLinks.push(cellName(cursor.cell, cursor.row))
      return
    default:
      placeCell(cursor, tag)
  }
}

/** The facts of each table of a web page, in their order. */
export function scanHtml(page: string): readonly SheetFacts[] {
  const sheets: FoundFacts[] = []
  let cursor = start()
  for (const [, name = '', tag = ''] of page.replace(COMMENT, '').matchAll(TAG)) {
    const sheet = sheets.at(-1)
    if (name.toLowerCase() === 'table') {
      sheets.push({ ...noFacts(), hidden: HIDDEN.test(tag) })
      cursor = start()
    } else if (sheet) see(sheet, cursor, name.toLowerCase(), tag)
  }
  return sheets
}
