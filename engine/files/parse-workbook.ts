import { type CellObject, type DenseWorkSheet, type Range, read, SSF, type WorkBook } from 'xlsx'
import { refused } from './refused.ts'
import type { HiddenParts } from './scan-part.ts'
import type { Mark, ReadRefusal, Sheet, SheetRow, Span, SpreadsheetReading } from './spreadsheet.ts'

/** Shown for dates in Excel's own short format, which leaves the order to the laptop's language. */
const SHORT_DATE = 'dd/mm/yyyy'

/** What a person sees in a cell, as the program that saved it last wrote it; never recalculated. */
const shownText = (cell: CellObject): string => cell.w ?? (cell.v === undefined ? '' : `${cell.v}`)

/** A cell whose name makes no sense, as damage leaves it: where it belongs nobody can tell. */
class CellWithoutPlace extends Error {}

/** The filled places of a sparse array, from 1: a loop to its length could take a million steps. */
const filled = <Item>(sparse: readonly Item[]): readonly (readonly [number, Item])[] =>
  Object.entries(sparse).map(([index, item]) => {
    const place = Number(index) + 1
    if (!Number.isSafeInteger(place)) throw new CellWithoutPlace()
    return [place, item]
  })

/** The cells of a row that the parser found, each with its column. */
type FoundCells = readonly (readonly [number, CellObject])[]

function toRow(number: number, cells: FoundCells): SheetRow {
  const shown = cells.flatMap(([column, cell]): SheetRow['cells'] => {
    const text = shownText(cell)
    return /\S/.test(text) ? [[column, text]] : []
  })
  return { number, width: shown.at(-1)?.[0] ?? 0, cells: shown }
}

/** Where the largest spreadsheet ends; damaged cells may claim to reach beyond. */
const LAST_COLUMN = 16_384
const LAST_ROW = 1_048_576

const toSpan = ({ s, e }: Range): Span => ({
  column: s.c + 1,
  toColumn: Math.min(e.c + 1, LAST_COLUMN),
  from: s.r + 1,
  to: Math.min(e.r + 1, LAST_ROW),
})

const hasPlace = ({ column, from, toColumn, to }: Span): boolean =>
  [column, from, toColumn, to].every(Number.isSafeInteger)

/** Links that run something or reach into the laptop; all others merely lead somewhere. */
const UNSAFE_LINK = /^[\s\p{Cc}]*(javascript|vbscript|data|file)[\s\p{Cc}]*:|^\s*\\\\/iu

function markOf(cell: CellObject): Mark['kind'] | null {
  if (cell.l && UNSAFE_LINK.test(cell.l.Target)) return 'unsafe-link'
  if (cell.t === 'd') return 'date'
  return cell.t === 'n' && cell.z !== undefined && SSF.is_date(`${cell.z}`) ? 'date' : null
}

const toMarks = (row: number, cells: FoundCells): readonly Mark[] =>
  cells.flatMap(([column, cell]) => {
    const kind = markOf(cell)
    return kind ? [{ row, column, kind }] : []
  })

/** The rows or columns that the parser knows to be hidden, which it does of older Excel files only. */
const hiddenIn = (items: readonly { readonly hidden?: boolean }[] | undefined): number[] =>
  filled(items ?? []).flatMap(([number, item]) => (item.hidden ? [number] : []))

/**
 * The sheet of this name. Own properties only, as a sheet may be called `constructor`; one called
 * `__proto__` became the prototype when the parser filed it.
 */
function sheetCalled(workbook: WorkBook, name: string): Partial<DenseWorkSheet> | undefined {
  const { Sheets } = workbook
  if (name !== '__proto__') return Object.getOwnPropertyDescriptor(Sheets, name)?.value
  const prototype: unknown = Object.getPrototypeOf(Sheets)
  return prototype === Object.prototype ? undefined : (prototype as Partial<DenseWorkSheet>)
}

function toSheet(workbook: WorkBook, name: string, index: number, hidden?: HiddenParts): Sheet {
  const sheet = sheetCalled(workbook, name)
  const data: DenseWorkSheet['!data'] = sheet?.['!data'] ?? []
  const merges: readonly Range[] = sheet?.['!merges'] ?? []
  const found = filled(data).map(([number, cells]) => [number, filled(cells)] as const)
  const rows = found
    .map(([number, cells]) => toRow(number, cells))
    .filter(({ cells }) => cells.length > 0)
  const width = rows.reduce((most, row) => Math.max(most, row.width), 0)
  const columns = [...(hidden?.columns ?? hiddenIn(sheet?.['!cols']))]
  return {
    name,
    hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows,
    spans: merges.map(toSpan).filter(hasPlace),
    hiddenRows: [...(hidden?.rows ?? hiddenIn(sheet?.['!rows']))],
    hiddenColumns: columns.filter(column => column <= width),
    marks: found.flatMap(([number, cells]) => toMarks(number, cells)),
  }
}

const LOCKED = /password|encrypt/i
const NO_WORKBOOK_INSIDE = /cannot find workbook stream|unsupported file/i

/** The parser tells its reasons in words only. */
function whyNot(error: unknown, isMarkup: boolean): ReadRefusal {
  if (error instanceof CellWithoutPlace) return 'damaged'
  const message = error instanceof Error ? error.message : ''
  if (LOCKED.test(message)) return 'password-protected'
  return isMarkup || NO_WORKBOOK_INSIDE.test(message) ? 'not-a-spreadsheet' : 'damaged'
}

/**
 * Reads an Excel or OpenDocument workbook: its bytes, of which a zipped container was checked
 * before, or its text where it is markup (HTML, the XML of Excel 2003, flat OpenDocument). `hidden`
 * is what that check found of each sheet; without it the parser is asked, at the cost of its time.
 */
export function parseWorkbook(
  content: Uint8Array | string,
  hidden?: readonly (HiddenParts | undefined)[],
): SpreadsheetReading {
  const isMarkup = typeof content === 'string'
  try {
    const workbook = read(content, {
      type: isMarkup ? 'string' : 'buffer',
      dense: true,
      raw: true,
      cellFormula: false,
      cellHTML: false,
      // Tells dates from numbers; and the parser is faster with it.
      cellNF: true,
      // Tells what is hidden.
      cellStyles: !isMarkup && hidden === undefined,
      dateNF: SHORT_DATE,
    })
    // A damaged index may have lost a name.
    const names: readonly (string | undefined)[] = workbook.SheetNames
    const sheets = names.map((name = '', index) => toSheet(workbook, name, index, hidden?.[index]))
    return { kind: 'sheets', format: 'workbook', sheets }
  } catch (error) {
    return refused(whyNot(error, isMarkup))
  }
}
