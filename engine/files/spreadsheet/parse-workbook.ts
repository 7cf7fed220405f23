import { type CellObject, type DenseWorkSheet, type Range, read, SSF, type WorkBook } from 'xlsx'
import { joinLongCells } from '../long-cells.ts'
import { guardUtf16 } from '../reader-guards.ts'
import { cellName, cellPlace } from './cell-names.ts'
import { refused } from './keep-within-limits.ts'
import {
  hasUnsafeLink,
  isTooLarge,
  isUnsafeLink,
  type KnownFacts,
  plainMarkup,
  type SheetFacts,
} from './sheet-facts.ts'
import type { Mark, ReadRefusal, Sheet, SheetRow, Span, SpreadsheetReading } from './spreadsheet.ts'

/** Shown for dates in Excel's own short format, which leaves the order to the laptop's language. */
const SHORT_DATE = 'dd/mm/yyyy'

const LOCKED = /password|encrypt/i
const NO_WORKBOOK_INSIDE = /cannot find workbook stream|unsupported file/i

/** The parser tells its reasons in words only. */
function whyNot(error: unknown, isMarkup: boolean): ReadRefusal {
  if (error instanceof CellWithoutPlace) return 'damaged'
  const message = error instanceof Error ? error.message : ''
  if (LOCKED.test(message)) return 'password-protected'
  return isMarkup || NO_WORKBOOK_INSIDE.test(message) ? 'not-a-spreadsheet' : 'damaged'
}

/** A workbook to be parsed, with what the file says of its sheets beyond what the parser tells. */
export interface WorkbookContent {
  /**
   * The bytes of a workbook, of which a zipped container was checked before, or the text of one that
   * is markup (HTML, the XML of Excel 2003, flat OpenDocument).
   */
  readonly content: Uint8Array | string
  /** In the order of the sheets; the limit that it passes for one that is not to be parsed. */
  readonly facts?: readonly KnownFacts[]
}

function parse({ content, facts = [] }: WorkbookContent): WorkBook {
  const isMarkup = typeof content === 'string'
  const areKnown = facts.length > 0
  guardUtf16()
  return read(content, {
    type: isMarkup ? 'string' : 'buffer',
    dense: true,
    raw: true,
    cellHTML: false,
    // Tells dates from numbers; and the parser is faster with it.
    cellNF: true,
    // Where nobody looked for them, the parser has to tell what is hidden and which links formulas make.
    cellStyles: !isMarkup && !areKnown,
    cellFormula: !areKnown,
    dateNF: SHORT_DATE,
    ...(facts.some(isTooLarge)
      ? { sheets: facts.flatMap((of, index) => (isTooLarge(of) ? [] : [index])) }
      : {}),
  })
}

/** Reads an Excel or OpenDocument workbook. */
export function parseWorkbook(workbook: WorkbookContent): SpreadsheetReading {
  const { content, facts = [] } = workbook
  try {
    const parsed = parse(workbook)
    // A damaged index may have lost a name.
    const names: readonly (string | undefined)[] = parsed.SheetNames
    const known = names.map((name = '', index) => ({ name, index, of: facts[index] }))
    const sheets = known.flatMap(({ name, index, of }) =>
      isTooLarge(of) ? [] : [toSheet(parsed, name, index, of)],
    )
    const unread = known.flatMap(({ name, of }) =>
      isTooLarge(of) ? [{ name, over: of.over }] : [],
    )
    return { kind: 'sheets', format: 'workbook', sheets, unread }
  } catch (error) {
    return refused(whyNot(error, typeof content === 'string'))
  }
}

/** The text of a cell as the program that saved it last displayed it; never recalculated. */
const shownText = (cell: CellObject): string => cell.w ?? (cell.v === undefined ? '' : `${cell.v}`)

/** A run of a rich text, and its part that says how it looks. */
const RUN = /<(?:\w+:)?r(?:\s[^<>]*)?>([\s\S]*?)<\/(?:\w+:)?r>/g
const RUN_TEXT = /<(?:\w+:)?t(?:\s[^<>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g
const STRUCK = /<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*\/?>/

/** The text of the parts of a rich text that are not struck out; null if none of it is struck out. */
function withoutStruck(cell: CellObject): string | null {
  if (typeof cell.r !== 'string' || !STRUCK.test(cell.r)) return null
  return [...cell.r.matchAll(RUN)]
    .filter(([, run = '']) => !STRUCK.test(run))
    .flatMap(([, run = '']) =>
      [...run.matchAll(RUN_TEXT)].map(([, text = '']) => plainMarkup(text)),
    )
    .join('')
}

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
    const kept = withoutStruck(cell)
    const text = kept !== null && /\S/.test(kept) ? kept : shownText(cell)
    return /\S/.test(text) ? [[column, text]] : []
  })
  const whole = shown.some(([, text]) => isLong(text)) ? joined(number, shown) : shown
  return { number, width: whole.at(-1)?.[0] ?? 0, cells: whole }
}

/** Few cells are so long that our own files part them. */
const isLong = (text: string): boolean => text.length > 30_000

/** The cells of a row with the long texts whole that our own files part. */
function joined(row: number, cells: SheetRow['cells']): SheetRow['cells'] {
  const texts = joinLongCells(
    new Map(cells.map(([column, text]) => [cellName(column, row), text] as const)),
  )
  return cells.flatMap(([column]): SheetRow['cells'] => {
    const text = texts.get(cellName(column, row))
    return text === undefined ? [] : [[column, text]]
  })
}

/** The last row and column of the largest spreadsheet; damaged cells may claim to lie beyond. */
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

function markOf(cell: CellObject): Mark['kind'] | null {
  if (cell.l && isUnsafeLink(cell.l.Target)) return 'unsafe-link'
  if (cell.f && hasUnsafeLink(cell.f)) return 'unsafe-link'
  if (cell.t === 'd') return 'date'
  if (cell.t !== 'n') return null
  if (cell.z !== undefined && SSF.is_date(`${cell.z}`)) return 'date'
  return typeof cell.v === 'number' && !Number.isInteger(cell.v) ? 'decimal' : null
}

const toMarks = (row: number, cells: FoundCells): readonly Mark[] =>
  cells.flatMap(([column, cell]) => {
    const kind = markOf(cell)
    const kept = withoutStruck(cell)
    const struck = kept === null ? null : /\S/.test(kept) ? 'partly-struck' : 'struck'
    return [
      ...(kind ? [{ row, column, kind }] : []),
      ...(struck ? [{ row, column, kind: struck } as const] : []),
    ]
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

/** A sheet that was parsed, with what the file says of it beyond what the parser tells. */
function toSheet(workbook: WorkBook, name: string, index: number, facts?: SheetFacts): Sheet {
  const sheet = sheetCalled(workbook, name)
  const data: DenseWorkSheet['!data'] = sheet?.['!data'] ?? []
  const merges: readonly Range[] = sheet?.['!merges'] ?? []
  const found = filled(data).map(([number, cells]) => [number, filled(cells)] as const)
  const rows = found
    .map(([number, cells]) => toRow(number, cells))
    .filter(({ cells }) => cells.length > 0)
  const width = rows.reduce((most, row) => Math.max(most, row.width), 0)
  const columns = [...(facts?.hiddenColumns ?? hiddenIn(sheet?.['!cols']))]
  const marked = (cells: readonly string[], kind: Mark['kind']): readonly Mark[] =>
    cells.map(cell => ({ ...cellPlace(cell), kind }))
  return {
    name,
    hidden: facts?.hidden || (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows,
    spans: merges.map(toSpan).filter(hasPlace),
    hiddenRows: [...(facts?.hiddenRows ?? hiddenIn(sheet?.['!rows']))],
    hiddenColumns: columns.filter(column => column <= width),
    marks: [
      ...marked(facts?.unsafeLinks ?? [], 'unsafe-link'),
      ...marked(facts?.struck ?? [], 'struck'),
      ...marked(facts?.partlyStruck ?? [], 'partly-struck'),
      ...found.flatMap(([number, cells]) => toMarks(number, cells)),
    ],
    ...(facts?.looks && facts.looks.length > 0 ? { looks: [...facts.looks] } : {}),
    ...(facts?.pictures && facts.pictures.length > 0 ? { pictures: [...facts.pictures] } : {}),
  }
}
