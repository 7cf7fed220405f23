import type { ColumnHolds, RatingField, RatingHeading } from '../../../shared/model/data-entry.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { Sheet, SheetRow } from '../../files/spreadsheet/spreadsheet.ts'
import { meaningOfHeading } from '../../frameworks/read/columns/recognise-heading.ts'
import { oneLine, plainName } from '../../frameworks/read/words/cell-text.ts'
import { footerReason } from '../../frameworks/read/words/footers.ts'
import { type HeadedIndicator, headingParts } from './entry-headings.ts'
import { COMMENT_WORDS, knownCriterion, knownHeading, mayBeCodes } from './entry-words.ts'

/** The rules by which a table is read, beside its own headings. */
export interface LayoutRules {
  readonly headed: (heading: string) => HeadedIndicator | null
  /** Tests whether a text is an answer by one of the criteria. */
  readonly isAnswer: (text: string) => boolean
  /** The meaning of columns that a person decided about. */
  readonly chosen: ReadonlyMap<number, RatingField>
  /** Headings that a person said once for all rows. */
  readonly said: ReadonlySet<RatingHeading>
}

/** The cells of a row that make one rating: what their headings say, and the columns of the rest. */
export interface RatingCells {
  readonly said: ReadonlyMap<RatingHeading, string>
  readonly at: ReadonlyMap<RatingHeading, number>
  /** The column is one of our own wide table, in which -1 and -2 are no levels. */
  readonly isOwn: boolean
}

/** Two columns of one table with one name. */
export interface RepeatedColumn {
  readonly column: number
  readonly heading: string
}

/** The meaning of each column of a table, by its row of headings. */
export interface Layout {
  readonly columns: ReadonlyMap<RatingHeading, number>
  /** The ratings of a row: one, or one by each criterion, indicator or person that has columns. */
  readonly ratings: readonly RatingCells[]
  readonly holds: ReadonlyMap<number, ColumnHolds>
  readonly repeated: readonly RepeatedColumn[]
}

type Cells = SheetRow['cells']
type Holds = Map<number, ColumnHolds>

/** Of two columns for one thing, the one with our own name for it is meant: `answer` beside `level`. */
const ownNamesFirst = (cells: Cells): Cells => {
  const isOwn = ([, text]: Cells[number]): boolean => knownHeading(text) === plainName(text)
  return [...cells.filter(isOwn), ...cells.filter(cell => !isOwn(cell))]
}

/** The columns of fields, such as *participant*: those that were chosen, then those with a known heading. */
function fieldColumns(cells: Cells, { chosen }: LayoutRules) {
  const columns = new Map<RatingHeading, number>()
  const criteria: CriterionColumn[] = []
  const repeated: RepeatedColumn[] = []
  for (const [column, field] of chosen) {
    const [name = '', comment] = field.split('-')
    const criterion = CRITERIA.find(each => each === name)
    if (criterion) criteria.push({ column, criterion, isComment: comment !== undefined })
    else if (field !== 'none') columns.set(field as RatingHeading, column)
  }
  const names = new Map<number, string>(cells.map(([column, text]) => [column, plainName(text)]))
  // Whoever chose one of two columns has said which is meant.
  const isRepeat = (before: number, column: number): boolean =>
    !chosen.has(before) && names.get(before) === names.get(column)
  const open: Cells = []
  for (const [column, text] of ownNamesFirst(cells.filter(([column]) => !chosen.has(column)))) {
    const heading = knownHeading(text)
    const before = heading && columns.get(heading)
    if (heading && before === undefined) columns.set(heading, column)
    else if (heading && before !== undefined && isRepeat(before, column)) {
      repeated.push({ column, heading })
    } else open.push([column, text])
  }
  return { columns, criteria, repeated, open: open.toSorted(([left], [right]) => left - right) }
}

interface CriterionColumn {
  readonly column: number
  readonly criterion: Criterion
  readonly isComment: boolean
}

interface FieldColumns {
  readonly columns: ReadonlyMap<RatingHeading, number>
  readonly open: Cells
}

/** The columns with that of indicators under `Code`, where what stands there are codes, and nowhere else. */
function withCodes(
  { columns, open }: FieldColumns,
  below: readonly SheetRow[],
  rules: LayoutRules,
): FieldColumns {
  const areCodes = (column: number): boolean => {
    const texts = below.flatMap(({ cells }) => cells.filter(([at]) => at === column))
    const codes = texts.filter(([, text]) => rules.headed(text) !== null).length
    return codes > 0 && codes * 2 >= texts.length
  }
  const before = columns.get('indicator')
  const isChosen = [...rules.chosen.values()].includes('indicator')
  const [found] = open.find(([column, text]) => mayBeCodes(text) && areCodes(column)) ?? []
  if (found === undefined || isChosen || (before !== undefined && areCodes(before))) {
    return { columns, open }
  }
  return {
    columns: new Map([...columns, ['indicator', found]]),
    open: open.filter(([column]) => column !== found),
  }
}

const COMMENT_LAST = new RegExp(` (?:${COMMENT_WORDS.join('|')})$`)

/** The columns of criteria: `Usefulness`, and beside it perhaps `Usefulness comment`. */
function criterionColumns(cells: Cells): readonly CriterionColumn[] {
  return cells.flatMap(([column, text]): readonly CriterionColumn[] => {
    const alone = knownCriterion(text)
    if (alone) return [{ column, criterion: alone, isComment: false }]
    const commented = knownCriterion(plainName(text).replace(COMMENT_LAST, ''))
    return commented ? [{ column, criterion: commented, isComment: true }] : []
  })
}

const keyOf = ({ criterion, isComment }: Omit<CriterionColumn, 'column'>): string =>
  `${criterion} ${isComment}`

/** The text over a cell: its own, or that of the nearest cell to the left, as merged headings are. */
const textOver = (above: SheetRow | undefined, column: number): string =>
  oneLine(above?.cells.findLast(([at]) => at <= column)?.[1])

/** Criteria with a column for each person, whose names stand in the row above. */
function underPeople(
  criteria: readonly CriterionColumn[],
  above: SheetRow | undefined,
): readonly (readonly [number, ColumnHolds])[] | null {
  const named = criteria.map(each => ({ ...each, name: textOver(above, each.column) }))
  const keys = new Set(named.map(each => `${each.name} ${keyOf(each)}`))
  if (named.some(({ name }) => name === '') || keys.size < named.length) return null
  return named.map(({ column, ...rest }) => [column, { is: 'person', ...rest }])
}

/** The columns that name an indicator each. One such word alone may be anything. */
function indicatorColumns(open: Cells, hasPerson: boolean, rules: LayoutRules) {
  const found = open.flatMap(([column, text]) => {
    const headed = rules.headed(text)
    return headed ? [{ column, ...headed }] : []
  })
  return hasPerson || found.length > 1 ? found : []
}

/** The columns that are headed by a person each: what stands below them are answers, or comments on them. */
function personColumns(open: Cells, below: readonly SheetRow[], rules: LayoutRules) {
  const texts = new Map<number, string[]>(open.map(([column]) => [column, []]))
  for (const { cells } of below) {
    if (knownHeading(cells[0]?.[1] ?? '') !== undefined) continue
    for (const [column, text] of cells) texts.get(column)?.push(text)
  }
  const areAnswers = (column: number): boolean => {
    const filled = texts.get(column) ?? []
    const answers = filled.filter(text => rules.isAnswer(oneLine(text))).length
    return answers > 0 && answers * 2 >= filled.length
  }
  const named = open.map(([column, text]) => ({ column, ...headingParts(text), heading: text }))
  const people = named.filter(
    ({ column, name, isComment, heading }) =>
      !isComment &&
      name !== '' &&
      footerReason([[column, heading]]) === null &&
      meaningOfHeading(heading) === null &&
      areAnswers(column),
  )
  const comments = named.filter(
    ({ isComment, name }) => isComment && people.some(each => each.name === name),
  )
  return [...people, ...comments].map(
    ({ column, name, criterion, isComment }): readonly [number, ColumnHolds] => [
      column,
      { is: 'person', name, criterion, isComment },
    ],
  )
}

/** Understands the headings of a row, with the rows around it to tell what their columns hold. */
export function layoutOf(header: SheetRow, sheet: Sheet, rules: LayoutRules): Layout {
  const index = sheet.rows.indexOf(header)
  const below = sheet.rows.slice(index + 1)
  const { criteria, repeated, ...fields } = fieldColumns(header.cells, rules)
  const { columns, open } = withCodes(fields, below, rules)
  const holds: Holds = new Map()
  for (const [field, column] of columns) holds.set(column, { is: 'field', field })
  const isOneEach = !columns.has('criterion') && !columns.has('answer')
  const found = isOneEach ? [...criteria, ...criterionColumns(open)] : []
  const isRepeated = new Set(found.map(keyOf)).size < found.length
  const hasPerson = columns.has('participant') || rules.said.has('participant')
  const people = isRepeated && !hasPerson ? underPeople(found, sheet.rows[index - 1]) : null
  const faults = isRepeated && !people ? secondOnes(found, header.cells) : []
  for (const [column, held] of people ?? []) holds.set(column, held)
  for (const each of people ? [] : found) {
    if (faults.some(({ column }) => column === each.column)) continue
    const field: RatingField = each.isComment ? `${each.criterion}-comment` : each.criterion
    holds.set(each.column, { is: 'field', field })
  }
  if (found.length === 0 && !columns.has('answer')) {
    const left = open.filter(([column]) => !holds.has(column))
    for (const [column, held] of headedColumns(left, below, {
      columns,
      hasPerson,
      rules,
    })) {
      holds.set(column, held)
    }
  }
  const ratings = ratingsOf(holds, rules, header.cells)
  return { columns, ratings, holds, repeated: [...repeated, ...faults] }
}

/** The columns that are headed by indicators, or else by people. */
function headedColumns(
  open: Cells,
  below: readonly SheetRow[],
  {
    columns,
    hasPerson,
    rules,
  }: {
    readonly columns: ReadonlyMap<RatingHeading, number>
    readonly hasPerson: boolean
    readonly rules: LayoutRules
  },
): readonly (readonly [number, ColumnHolds])[] {
  const indicator = columns.get('indicator')
  if (indicator === undefined) {
    return indicatorColumns(open, hasPerson, rules).map(
      ({ column, code, criterion, isComment }) => [
        column,
        { is: 'indicator', code, criterion, isComment },
      ],
    )
  }
  const after = open.filter(([column]) => column > indicator)
  return hasPerson ? [] : personColumns(after, below, rules)
}

/** The columns that repeat the criterion of one before them. */
function secondOnes(found: readonly CriterionColumn[], cells: Cells): readonly RepeatedColumn[] {
  return found.flatMap((each, index) => {
    const isFirst = found.findIndex(other => keyOf(other) === keyOf(each)) === index
    const heading = oneLine(cells.find(([column]) => column === each.column)?.[1])
    return isFirst ? [] : [{ column: each.column, heading }]
  })
}

const subjectOf = (held: ColumnHolds): string | null => {
  if (held.is === 'indicator') return JSON.stringify([held.code, held.criterion])
  if (held.is === 'person') return JSON.stringify([held.name, held.criterion])
  const criterion = CRITERIA.find(each => held.field.split('-')[0] === each)
  return criterion ?? null
}

const isCommentColumn = (held: ColumnHolds): boolean =>
  held.is === 'field' ? held.field.endsWith('-comment') : held.isComment

/** The ratings of a row by the columns that hold answers: a column of comments goes with its answers. */
function ratingsOf(holds: Holds, rules: LayoutRules, cells: Cells): readonly RatingCells[] {
  const held = [...holds].toSorted(([left], [right]) => left - right)
  const answers = held.filter(([, each]) => subjectOf(each) !== null && !isCommentColumn(each))
  const comments = held.filter(([, each]) => subjectOf(each) !== null && isCommentColumn(each))
  if (answers.length === 0 && comments.length === 0) {
    return [{ said: new Map(), at: new Map(), isOwn: false }]
  }
  const left = comments.filter(
    ([, each]) => !answers.some(([, other]) => subjectOf(other) === subjectOf(each)),
  )
  return [...answers, ...left].map(([column, each]) => {
    const comment = comments.find(([, other]) => subjectOf(other) === subjectOf(each))?.[0]
    const heading = cells.find(([at]) => at === column)?.[1] ?? ''
    const at = new Map<RatingHeading, number>()
    if (!isCommentColumn(each)) at.set('answer', column)
    if (comment !== undefined) at.set('comment', comment)
    const said = saidByHeading(each)
    for (const name of said.keys()) at.set(name, column)
    return { said, at, isOwn: each.is === 'indicator' && rules.headed(heading)?.isOwn === true }
  })
}

function saidByHeading(held: ColumnHolds): ReadonlyMap<RatingHeading, string> {
  if (held.is === 'field') return new Map([['criterion', subjectOf(held) ?? '']])
  const criterion = held.criterion === null ? [] : [['criterion', held.criterion] as const]
  const [name, text] =
    held.is === 'indicator'
      ? (['indicator', held.code] as const)
      : (['participant', held.name] as const)
  return new Map<RatingHeading, string>([[name, text], ...criterion])
}

/** The people who have a column each, by their names. */
export const personColumnNames = ({ holds }: Layout): readonly string[] => [
  ...new Set([...holds.values()].flatMap(held => (held.is === 'person' ? [held.name] : []))),
]
