import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import {
  RATING_HEADINGS,
  type RatingFault,
  type RatingHeading,
  type RatingProblem,
} from '../../../shared/model/data-entry.ts'
import { type Answer, COMMENT_LIMIT, round as roundSchema } from '../../../shared/model/rating.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { participantCode } from '../../../shared/model/workshop.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetRow } from '../../files/spreadsheet/spreadsheet.ts'
import { excerpt, oneLine, plainName } from '../../frameworks/read/words/cell-text.ts'

/** The columns that a file may leave out: the round is then 1, and there are no comments. */
const OPTIONAL: readonly RatingHeading[] = ['round', 'comment']

/** The number of rows in which headings are searched: they follow a title and some notes at most. */
const ROWS_SEARCHED = 50

/** The fewest known headings in a header row, since one such word may occur in any row. */
const FEWEST_HEADINGS = 2

/** A table of ratings: the position of each column, and the rows below the headings. */
export interface RatingsTable {
  readonly headerRow: number
  readonly columns: ReadonlyMap<RatingHeading, number>
  /** Unknown headings, whose columns are not read. */
  readonly ignored: readonly string[]
  readonly missing: readonly RatingHeading[]
  readonly rows: readonly SheetRow[]
}

const knownHeading = (text: string): RatingHeading | undefined =>
  RATING_HEADINGS.find(heading => heading === plainName(text))

/** The table with the most known headings in sheets that are not hidden; null if there is none. */
export function findRatingsTable(sheets: readonly Sheet[]): RatingsTable | null {
  const candidates = sheets
    .filter(sheet => !sheet.hidden)
    .flatMap(sheet => sheet.rows.slice(0, ROWS_SEARCHED).map(row => tableUnder(sheet, row)))
  return candidates.reduce<RatingsTable | null>(
    (best, next) => (next.columns.size > (best?.columns.size ?? FEWEST_HEADINGS - 1) ? next : best),
    null,
  )
}

function tableUnder(sheet: Sheet, header: SheetRow): RatingsTable {
  const columns = new Map<RatingHeading, number>()
  const ignored: string[] = []
  for (const [column, text] of header.cells) {
    const heading = knownHeading(text)
    if (heading && !columns.has(heading)) columns.set(heading, column)
    else ignored.push(oneLine(text))
  }
  return {
    headerRow: header.number,
    columns,
    ignored,
    missing: RATING_HEADINGS.filter(name => !columns.has(name) && !OPTIONAL.includes(name)),
    rows: sheet.rows.filter(row => row.number > header.number && hasAny(row, columns)),
  }
}

const hasAny = (row: SheetRow, columns: ReadonlyMap<RatingHeading, number>): boolean =>
  row.cells.some(([column]) => [...columns.values()].includes(column))

/** The text of a row under a heading; empty if there is none. */
function textUnder(table: RatingsTable, row: SheetRow, heading: RatingHeading): string {
  const column = table.columns.get(heading)
  return row.cells.find(cell => cell[0] === column)?.[1] ?? ''
}

/** The name of the cell of a row under a heading. */
export function cellUnder(table: RatingsTable, row: number, heading: RatingHeading): string {
  return cellName(table.columns.get(heading) ?? 1, row)
}

/** A person that a row names: one of the workshop, or a stranger by a code that is new. */
export interface EnteredPerson {
  /** The same for every row about this person: the participant's id, or a stranger's code in lower case. */
  readonly key: string
  /** The code as written, or the participant's name. */
  readonly name: string
  /** The id and the group of a participant of the workshop; null for a stranger. */
  readonly known: { readonly id: string; readonly group: string } | null
}

/** The content of a row. `indicator` is the indicator's id. */
export interface EnteredRow {
  readonly row: number
  readonly person: EnteredPerson
  readonly group: string
  readonly indicator: string
  readonly criterion: Criterion
  readonly round: number
  readonly answer: Answer
  readonly comment: string
}

/** The people, groups, indicators and levels that rows may name. */
export interface RowRules {
  /** Tells whom a code or a name means, or why that is not clear. */
  readonly personOf: (text: string) => Taken<EnteredPerson>
  readonly groups: readonly string[]
  /** Ids by code. */
  readonly indicators: ReadonlyMap<string, string>
  readonly levels: number
}

/** The value of a cell, or the reason why it does not fit. */
export type Taken<Value> = { readonly value: Value } | { readonly wrong: RatingFault }

const LONGEST_CODE = 40

/** Reads one row, or returns the problems of all its cells that do not fit. */
export function readRow(
  table: RatingsTable,
  row: SheetRow,
  rules: RowRules,
): EnteredRow | readonly RatingProblem[] {
  const taken = {
    participant: takeParticipant(oneLine(textUnder(table, row, 'participant')), rules),
    group: takeGroup(oneLine(textUnder(table, row, 'group')), rules.groups),
    indicator: takeIndicator(oneLine(textUnder(table, row, 'indicator')), rules.indicators),
    criterion: takeCriterion(oneLine(textUnder(table, row, 'criterion'))),
    round: takeRound(oneLine(textUnder(table, row, 'round'))),
    answer: takeAnswer(oneLine(textUnder(table, row, 'answer')), rules.levels),
    comment: takeComment(textUnder(table, row, 'comment')),
  }
  const { participant, group, indicator, criterion, round, answer, comment } = taken
  if (
    'wrong' in participant ||
    'wrong' in group ||
    'wrong' in indicator ||
    'wrong' in criterion ||
    'wrong' in round ||
    'wrong' in answer ||
    'wrong' in comment
  ) {
    return findProblems(table, row.number, taken)
  }
  return {
    row: row.number,
    person: participant.value,
    group: group.value,
    indicator: indicator.value,
    criterion: criterion.value,
    round: round.value,
    answer: answer.value,
    comment: comment.value,
  }
}

function findProblems(
  table: RatingsTable,
  row: number,
  taken: Readonly<Record<RatingHeading, Taken<unknown>>>,
): readonly RatingProblem[] {
  return [...table.columns.keys()].flatMap(heading => {
    const cell = taken[heading]
    return 'wrong' in cell ? [{ row, cell: cellUnder(table, row, heading), ...cell.wrong }] : []
  })
}

function takeParticipant(text: string, { personOf }: RowRules): Taken<EnteredPerson> {
  if (text === '') return { wrong: { code: 'no-participant', data: {} } }
  const code = participantCode.safeParse(text)
  if (code.success) return personOf(code.data)
  return { wrong: { code: 'participant-too-long', data: { longest: LONGEST_CODE } } }
}

function takeGroup(text: string, groups: readonly string[]): Taken<string> {
  const group = groups.find(name => name.toLowerCase() === text.toLowerCase())
  if (group !== undefined) return { value: group }
  return { wrong: { code: 'unknown-group', data: { text: excerpt(text), groups: [...groups] } } }
}

/** Finds an indicator by its exact code, or ignoring case if that leaves only one. */
function takeIndicator(text: string, indicators: ReadonlyMap<string, string>): Taken<string> {
  const exact = indicators.get(text)
  if (exact !== undefined) return { value: exact }
  const [found, ...others] = [...indicators].filter(
    ([code]) => code.toLowerCase() === text.toLowerCase(),
  )
  if (found && others.length === 0) return { value: found[1] }
  return { wrong: { code: 'unknown-indicator', data: { text: excerpt(text) } } }
}

function takeCriterion(text: string): Taken<Criterion> {
  const criterion = CRITERIA.find(name => name === text.toLowerCase())
  if (criterion) return { value: criterion }
  return { wrong: { code: 'unknown-criterion', data: { text: excerpt(text) } } }
}

/** The whole number of a text as spreadsheets show it, `4` or `4.0`; undefined for any other text. */
function wholeNumber(text: string): number | undefined {
  return /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined
}

function takeRound(text: string): Taken<number> {
  if (text === '') return { value: 1 }
  const round = roundSchema.safeParse(wholeNumber(text))
  if (round.success) return { value: round.data }
  return { wrong: { code: 'unknown-round', data: { text: excerpt(text) } } }
}

function takeAnswer(text: string, levels: number): Taken<Answer> {
  if (text === '') return { value: { kind: 'none' } }
  const level = wholeNumber(text)
  if (level !== undefined && level >= 1 && level <= levels) {
    return { value: { kind: 'level', level } }
  }
  const kind = OTHER_ANSWERS.find(known => names(known).includes(plainName(text)))
  if (kind) return { value: { kind } }
  return { wrong: { code: 'unknown-answer', data: { text: excerpt(text), levels } } }
}

const OTHER_ANSWERS = ['dont_know', 'not_applicable'] as const

/** The names of an answer: its word in the file's format, and its label on screen and on paper. */
const names = (answer: (typeof OTHER_ANSWERS)[number]): readonly string[] =>
  [answer, ANSWER_LABELS[answer]].map(plainName)

function takeComment(text: string): Taken<string> {
  if (text.length <= COMMENT_LIMIT) return { value: text }
  const data = { length: text.length, longest: COMMENT_LIMIT }
  return { wrong: { code: 'comment-too-long', data } }
}
