import type { Writable } from 'node:stream'
import {
  type CellChoice,
  cellsOf,
  columnLetters,
  type Sheet,
  type SheetEnd,
  type SheetRow,
} from './xlsx/sheet.ts'
import type { CellStyle } from './xlsx/styles.ts'
import { writeWorkbook } from './xlsx/write-workbook.ts'

/** A column of a form: hidden, to be read, or to be filled in, perhaps from a list. */
export interface FormColumn {
  readonly heading: string
  readonly width: number
  readonly kind: 'hidden' | 'shown' | 'filled'
  /** The answers to choose from; left out, any text. */
  readonly list?: readonly string[]
}

/** A form to fill in: what it says above the table, and its rows. */
export interface FormContent {
  readonly title: string
  readonly name: string
  /** Lines above the headings. */
  readonly lines: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly (readonly string[])[]
  /** The words that refuse an answer which is not in its list. */
  readonly refusal: { readonly title: string; readonly error: string }
  /** The moment by which its parts are dated, ISO 8601. */
  readonly moment: string
}

const TITLE: CellStyle = { isBold: true, size: 14 }
const LINE: CellStyle = {}
const HEADING: CellStyle = { isBold: true, wraps: true }
const WORDS: CellStyle = { wraps: true }
const FILLED: CellStyle = { wraps: true, format: '@', fill: 'FFF8DC', isOpen: true }
const TITLE_HEIGHT = 22

/** The sheet of the lists: written into a rule itself they may be 255 characters long at most. */
const LISTS = 'Lists'

/** Writes a form as an xlsx and ends the stream: the same content as the same bytes. */
export function writeForm(out: Writable, content: FormContent): Promise<void> {
  const { title, moment } = content
  const properties = { title, program: 'Framework Workbook', moment }
  return writeWorkbook(out, properties, [formSheet(content), listSheet(content)])
}

function formSheet(content: FormContent): Sheet {
  const { name, lines, columns, rows } = content
  const hiddenColumns = [...columns.keys()].filter(at => columns[at]?.kind === 'hidden')
  const write = function* (): Generator<SheetRow, SheetEnd> {
    const before = Array<string>(hiddenColumns.length).fill('')
    for (const [at, line] of lines.entries()) {
      const cells = [...before, line]
      const style = at === 0 ? TITLE : LINE
      yield { cells, styles: cells.map(() => style), ...(at === 0 && { height: TITLE_HEIGHT }) }
    }
    yield { cells: columns.map(({ heading }) => heading), styles: columns.map(() => HEADING) }
    const styles = columns.map(({ kind }) => (kind === 'filled' ? FILLED : WORDS))
    for (const cells of rows) yield { cells, styles, keepsEmpty: true }
    return { choices: columns.flatMap((column, at) => choiceIn(column, at, content)) }
  }
  const widths = columns.map(({ width }) => width)
  const frozenRows = lines.length + 1
  return { name, layout: { widths, hiddenColumns, frozenRows, isProtected: true }, rows: write }
}

function choiceIn(
  { list }: FormColumn,
  at: number,
  { lines, rows, refusal }: FormContent,
): readonly CellChoice[] {
  if (!list) return []
  const letters = columnLetters(at + 1)
  return [
    {
      at: cellsOf(at, { from: lines.length + 2, count: rows.length }),
      values: `${LISTS}!$${letters}$1:$${letters}$${list.length}`,
      errorTitle: refusal.title,
      error: refusal.error,
    },
  ]
}

/** The lists, each under the letters of its column. */
function listSheet({ columns }: FormContent): Sheet {
  const longest = Math.max(0, ...columns.map(({ list }) => list?.length ?? 0))
  const write = function* (): Generator<SheetRow, SheetEnd> {
    for (let row = 0; row < longest; row++) {
      yield { cells: columns.map(({ list }) => list?.[row] ?? ''), styles: columns.map(() => LINE) }
    }
    return {}
  }
  return { name: LISTS, layout: { widths: columns.map(() => 24), isHidden: true }, rows: write }
}
