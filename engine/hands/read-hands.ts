import type { RatingHeading, RatingProblem } from '../../shared/model/data-entry.ts'
import { type CountedHands, handsIn, MOST_IN_ROOM } from '../../shared/model/hands.ts'
import type { Scale } from '../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../shared/model/vocabulary.ts'
import { cellName } from '../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetRow } from '../files/spreadsheet/spreadsheet.ts'
import { excerpt, oneLine, plainName } from '../frameworks/read/words/cell-text.ts'
import {
  knownHeading,
  plainDigits,
  type Taken,
  takeAnswer,
  takeCriterion,
  takeRound,
} from '../ratings/data-entry/entry-words.ts'
import { takeGroup } from '../ratings/data-entry/read-table.ts'
import { type IdsByCode, takeIndicator } from '../ratings/data-entry/take-indicator.ts'

/** A line of hands as a file has it. */
export interface ReadHands extends CountedHands {
  readonly row: number
  readonly group: string
  readonly round: number
  readonly indicator: string
  readonly criterion: Criterion
  readonly present: number
}

/** Values that all rows have which do not say them; a word is taken as the same word in a cell is. */
export type HandsSaid = Readonly<
  Partial<Record<'group' | 'round' | 'criterion' | 'present', string>>
>

/** The study and the workshop that a file of hands is read for. */
export interface HandsRules {
  readonly groups: readonly string[]
  readonly indicators: IdsByCode
  readonly scale: Scale
  readonly said: HandsSaid
  /** The fate of rows that are hidden or struck out; such rows are named as problems without one. */
  readonly hiddenRows?: 'keep' | 'leave' | undefined
}

type Answered = number | 'dontKnow' | 'notApplicable'

/** The table of a sheet: its row of headings, and the columns of what they name. */
interface HandsTable {
  readonly header: number
  readonly places: ReadonlyMap<RatingHeading | 'present', number>
  readonly answers: ReadonlyMap<number, Answered>
}

const PRESENT: readonly string[] = [
  'present',
  'people in the room',
  'in the room',
  'people',
  'room',
]

/** Headings stand below a title and a few notes at most. */
const ROWS_SEARCHED = 50

/** One column of an answer may be anything; two are a table of hands. */
const FEWEST_ANSWERS = 2

/** The answer whose hands a column has: `4`, `4 - Useful`, `Very useful`, `dont_know`; null for any other. */
function answerOf(heading: string, scale: Scale): Answered | null {
  for (const criterion of CRITERIA) {
    const taken = takeAnswer(oneLine(heading), scale, criterion)
    if (!('value' in taken) || taken.value.kind === 'none') continue
    if (taken.value.kind === 'level') return taken.value.level
    return taken.value.kind === 'dont_know' ? 'dontKnow' : 'notApplicable'
  }
  return null
}

function tableAt({ number, cells }: SheetRow, scale: Scale): HandsTable | null {
  const places = new Map<RatingHeading | 'present', number>()
  const answers = new Map<number, Answered>()
  for (const [column, text] of cells) {
    const heading = PRESENT.includes(plainName(text)) ? 'present' : knownHeading(text)
    const answer = answerOf(text, scale)
    if (heading && !places.has(heading)) places.set(heading, column)
    else if (answer !== null) answers.set(column, answer)
  }
  const isTable = places.has('indicator') && answers.size >= FEWEST_ANSWERS
  return isTable ? { header: number, places, answers } : null
}

function findTable({ rows }: Sheet, scale: Scale): HandsTable | null {
  for (const row of rows.slice(0, ROWS_SEARCHED)) {
    const table = tableAt(row, scale)
    if (table) return table
  }
  return null
}

function takeCount(text: string): Taken<number> {
  const digits = plainDigits(text)
  if (digits === '') return { value: 0 }
  const count = /^\d{1,4}$/.test(digits) ? Number(digits) : Number.NaN
  if (count <= MOST_IN_ROOM) return { value: count }
  return { wrong: { code: 'not-a-count', data: { text: excerpt(text), most: MOST_IN_ROOM } } }
}

function takePresent(text: string): Taken<number> {
  return text === '' ? { wrong: { code: 'no-present', data: {} } } : takeCount(text)
}

const required =
  (groups: readonly string[]) =>
  (text: string): Taken<string> =>
    text === ''
      ? { wrong: { code: 'no-group', data: { groups: [...groups] } } }
      : takeGroup(text, groups)

/** A cell of a row by what it names, with the place that a problem of it has. */
interface Cell {
  readonly text: string
  readonly at: string
}

/** Finds the cells of a row; of what the row does not say, what was said of all rows. */
function cellsOf(row: SheetRow, { places, answers }: HandsTable, { said }: HandsRules) {
  const texts = new Map(row.cells)
  const [firstAnswer = 1] = answers.keys()
  const at = (column: number): Cell => ({
    text: oneLine(texts.get(column)),
    at: cellName(column, row.number),
  })
  return {
    named: (name: keyof HandsSaid | 'indicator'): Cell => {
      const cell = at(places.get(name) ?? firstAnswer)
      const own = places.has(name) ? cell.text : ''
      return { ...cell, text: own || oneLine(name === 'indicator' ? undefined : said[name]) }
    },
    answers: [...answers].map(([column, answer]) => ({ answer, cell: at(column) })),
  }
}

type ReadAnswers = readonly { readonly answer: Answered; readonly count: number }[]

function countedIn(hands: ReadAnswers, { length }: Scale): CountedHands {
  const of = (answer: Answered) => hands.find(each => each.answer === answer)?.count ?? 0
  return {
    counts: Array.from({ length }, (_, index) => of(index + 1)),
    dontKnow: of('dontKnow'),
    notApplicable: of('notApplicable'),
  }
}

/** Reads a row: its line, or every cell of it that does not fit. */
function readRow(row: SheetRow, table: HandsTable, rules: HandsRules) {
  const cells = cellsOf(row, table, rules)
  const problems: RatingProblem[] = []
  const take = <Value>({ text, at }: Cell, as: (text: string) => Taken<Value>): Value | null => {
    const taken = as(text)
    if ('value' in taken) return taken.value
    problems.push({ row: row.number, cell: at, ...taken.wrong })
    return null
  }
  const group = take(cells.named('group'), required(rules.groups))
  const round = take(cells.named('round'), takeRound)
  const indicator = take(cells.named('indicator'), text => takeIndicator(text, rules.indicators))
  const criterion = take(cells.named('criterion'), takeCriterion)
  const present = take(cells.named('present'), takePresent)
  const hands = cells.answers.map(({ answer, cell }) => ({
    answer,
    count: take(cell, takeCount) ?? 0,
  }))
  const counted = countedIn(hands, rules.scale)
  if (present !== null && handsIn(counted) > present) {
    const data = { hands: handsIn(counted), present }
    problems.push({
      ...{ row: row.number, cell: cells.named('present').at },
      ...{ code: 'hands-over-room', data },
    })
  }
  const about = { group, round, indicator, criterion, present }
  const line =
    problems.length === 0 && isWhole(about) ? { row: row.number, ...about, ...counted } : null
  return { line, problems }
}

type About = Pick<ReadHands, 'group' | 'round' | 'indicator' | 'criterion' | 'present'>

const isWhole = (about: { readonly [Name in keyof About]: About[Name] | null }): about is About =>
  Object.values(about).every(value => value !== null)

/** Finds lines that an earlier row has already. */
function countedTwice(lines: readonly ReadHands[], cellOf: (row: number) => string) {
  const first = new Map<string, number>()
  return lines.flatMap(({ row, group, round, indicator, criterion }): readonly RatingProblem[] => {
    const key = JSON.stringify([group, round, indicator, criterion])
    const before = first.get(key)
    if (before === undefined) first.set(key, row)
    return before === undefined
      ? []
      : [{ row, cell: cellOf(row), code: 'counted-twice', data: { row: before } }]
  })
}

/** The rows that are hidden or struck out, with which of the two they are. */
function doubtsOf(sheet: Sheet): ReadonlyMap<number, 'hidden' | 'struck'> {
  const struck = sheet.marks.flatMap(({ row, kind }) =>
    kind === 'struck' ? [[row, 'struck'] as const] : [],
  )
  return new Map([...struck, ...sheet.hiddenRows.map(row => [row, 'hidden'] as const)])
}

/**
 * Reads the hands of a sheet: a row for each line, a column for each answer. A row without a hand was not counted
 * and is passed over. Null for a sheet that is no table of hands.
 */
export function readHands(sheet: Sheet, rules: HandsRules) {
  const table = findTable(sheet, rules.scale)
  if (!table) return null
  const { answers, header, places } = table
  const doubts = doubtsOf(sheet)
  const isCounted = ({ number, cells }: SheetRow): boolean =>
    number > header && cells.some(([column]) => answers.has(column))
  const cellOf = (row: number): string => cellName(places.get('indicator') ?? 1, row)
  const problems: RatingProblem[] = []
  const lines: ReadHands[] = []
  for (const row of sheet.rows.filter(isCounted)) {
    const is = doubts.get(row.number)
    if (is && rules.hiddenRows === 'leave') continue
    if (is && rules.hiddenRows === undefined) {
      const at = { row: row.number, cell: cellOf(row.number) }
      problems.push({ ...at, code: 'doubtful-row', data: { is } })
      continue
    }
    const read = readRow(row, table, rules)
    problems.push(...read.problems)
    if (read.line) lines.push(read.line)
  }
  return { lines, problems: [...problems, ...countedTwice(lines, cellOf)] }
}
