import type { RatingProblem } from '../../shared/model/data-entry.ts'
import { type CountedHands, handsIn } from '../../shared/model/hands.ts'
import type { Scale } from '../../shared/model/scale.ts'
import { cellName } from '../files/spreadsheet/cell-names.ts'
import type { Sheet } from '../files/spreadsheet/spreadsheet.ts'
import { oneLine } from '../frameworks/read/words/cell-text.ts'
import {
  type AnswerHands,
  type FittingRow,
  type HandsAbout,
  type HandsRules,
  readRow,
} from './hands-rows.ts'
import { type Answered, findHandsTable, type HandsTable } from './hands-table.ts'
import { lineKey } from './standing-hands.ts'

/** A line of hands as a file has it. */
export interface ReadHands extends CountedHands, HandsAbout {
  readonly row: number
  /** The cell of its indicator. */
  readonly at: string
}

/** Brings the rows of each line together: one, or with a row for each answer those that go on with it. */
function joinRows(rows: readonly FittingRow[]) {
  const joined = new Map<string, FittingRow>()
  const twice: RatingProblem[] = []
  for (const row of rows) {
    const key = lineKey(row)
    const before = joined.get(key)
    if (!before || goesOn(row, before)) {
      joined.set(key, before ? { ...before, hands: [...before.hands, ...row.hands] } : row)
    } else {
      const data = { row: before.row }
      twice.push({ row: row.row, cell: row.at, code: 'counted-twice', data })
    }
  }
  return { joined: [...joined.values()], twice }
}

/** Tests whether a row has hands of the same people for answers that the rows before it have not. */
const goesOn = (row: FittingRow, before: FittingRow): boolean =>
  row.present === before.present &&
  row.wording === before.wording &&
  row.hands.every(({ answer }) => before.hands.every(other => other.answer !== answer))

function countedIn(hands: readonly AnswerHands[], { length }: Scale): CountedHands {
  const of = (answer: Answered) => hands.find(each => each.answer === answer)?.count ?? 0
  return {
    counts: Array.from({ length }, (_, index) => of(index + 1)),
    dontKnow: of('dontKnow'),
    notApplicable: of('notApplicable'),
  }
}

/** The line of its rows; a problem where more hands went up than there were people. */
function toLine({ hands, presentAt, ...about }: FittingRow, scale: Scale) {
  const line: ReadHands = { ...about, ...countedIn(hands, scale) }
  const { row, present } = line
  const data = { hands: handsIn(line), present }
  const problem: RatingProblem = { row, cell: presentAt, code: 'hands-over-room', data }
  return { line, problems: data.hands > present ? [problem] : [] }
}

/** The rows that are hidden or struck out, with which of the two they are. */
function doubtsOf(sheet: Sheet): ReadonlyMap<number, 'hidden' | 'struck'> {
  const struck = sheet.marks.flatMap(({ row, kind }) =>
    kind === 'struck' ? [[row, 'struck'] as const] : [],
  )
  return new Map([...struck, ...sheet.hiddenRows.map(row => [row, 'hidden'] as const)])
}

/** The hands of a sheet: its lines, or everything that does not fit, in the order of the rows. */
export interface SheetOfHands {
  readonly lines: readonly ReadHands[]
  readonly problems: readonly RatingProblem[]
  /** The rows that say that they are of another workshop, which are passed over. */
  readonly elsewhere: number
}

/**
 * Reads the hands of a sheet: a row for each line and a column for each answer, or a row for each answer of a line, as
 * exports have it. A row without a hand was not counted and is passed over. Null for a sheet that is no table of hands.
 */
export function readHands(sheet: Sheet, rules: HandsRules): SheetOfHands | null {
  const table = findHandsTable(sheet, rules)
  if (!table) return null
  const { here, elsewhere } = countedRows(sheet, table, rules)
  const doubts = doubtsOf(sheet)
  const read = here.map(row => {
    const is = doubts.get(row.number)
    if (!is || rules.hiddenRows === 'keep') return readRow(row, table, rules)
    const cell = cellName(table.places.get('indicator') ?? 1, row.number)
    const doubt: RatingProblem = { row: row.number, cell, code: 'doubtful-row', data: { is } }
    return { fitting: null, problems: rules.hiddenRows === 'leave' ? [] : [doubt] }
  })
  const { joined, twice } = joinRows(read.flatMap(({ fitting }) => fitting ?? []))
  const lines = joined.map(row => toLine(row, rules.scale))
  const problems = [...read, ...lines].flatMap(({ problems: found }) => found)
  return {
    lines: lines.map(({ line }) => line),
    problems: [...problems, ...twice].toSorted((one, other) => one.row - other.row),
    elsewhere,
  }
}

/** The rows below the headings that have a hand, without those that say that they are of another workshop. */
function countedRows({ rows }: Sheet, { header, hands, places }: HandsTable, rules: HandsRules) {
  const isHand = (column: number): boolean =>
    hands.in === 'columns' ? hands.answers.has(column) : column === hands.hands
  const counted = rows.filter(
    ({ number, cells }) => number > header && cells.some(([column]) => isHand(column)),
  )
  const here = counted.filter(({ cells }) => {
    const workshop = oneLine(cells.find(([column]) => column === places.get('workshop'))?.[1])
    return workshop === '' || workshop === rules.workshop
  })
  return { here, elsewhere: counted.length - here.length }
}
