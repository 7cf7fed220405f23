import {
  RATING_HEADINGS,
  type RatingHeading,
  type RatingProblem,
} from '../../../shared/model/data-entry.ts'
import { type Answer, COMMENT_LIMIT } from '../../../shared/model/rating.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { participantCode } from '../../../shared/model/workshop.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import { excerpt, oneLine } from '../../frameworks/read/words/cell-text.ts'
import type { EntryRow } from './entry-rows.ts'
import type { RatingsTable } from './entry-tables.ts'
import { type Taken, takeAnswer, takeCriterion, takeRound } from './entry-words.ts'
import { type CodesByTitle, type IdsByCode, takeIndicator } from './take-indicator.ts'

/** The text of a row under a heading; empty if there is none. */
const textUnder = ({ texts }: EntryRow, heading: RatingHeading): string => texts.get(heading) ?? ''

/** The name of the cell of a row under a heading, or that of its person where nothing stands under it. */
export function cellUnder({ number, columns }: EntryRow, heading: RatingHeading): string {
  return cellName(columns.get(heading) ?? columns.get('participant') ?? 1, number)
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
  readonly entry: EntryRow
  readonly row: number
  readonly person: EnteredPerson
  /** Empty where the row names none, as may be where the person is known. */
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
  readonly indicators: IdsByCode
  readonly titles: CodesByTitle
  readonly scale: Scale
}

const LONGEST_CODE = 40

/** Reads one row, or returns the problems of all its cells that do not fit. */
export function readRow(
  table: RatingsTable,
  row: EntryRow,
  rules: RowRules,
): EnteredRow | readonly RatingProblem[] {
  const line = (heading: RatingHeading): string => oneLine(textUnder(row, heading)).normalize('NFC')
  const criterion = takeCriterion(line('criterion'))
  const asked = 'value' in criterion ? criterion.value : 'usefulness'
  const taken = {
    participant: takeParticipant(line('participant'), rules),
    group: takeGroup(line('group'), rules.groups),
    indicator: takeIndicator(line('indicator'), rules.indicators, rules.titles),
    criterion,
    round: takeRound(line('round')),
    answer: takeAnswer(line('answer'), rules.scale, asked),
    comment: takeComment(textUnder(row, 'comment')),
  }
  const { participant, group, indicator, round, answer, comment } = taken
  if (
    'wrong' in participant ||
    'wrong' in group ||
    'wrong' in indicator ||
    'wrong' in criterion ||
    'wrong' in round ||
    'wrong' in answer ||
    'wrong' in comment
  ) {
    return findProblems(table, row, taken)
  }
  return {
    entry: row,
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
  { sheet }: RatingsTable,
  row: EntryRow,
  taken: Readonly<Record<RatingHeading, Taken<unknown>>>,
): readonly RatingProblem[] {
  // Cells are read from the left, wherever each heading stands.
  const headings = RATING_HEADINGS.toSorted(
    (a, b) => (row.columns.get(a) ?? 0) - (row.columns.get(b) ?? 0),
  )
  return headings.flatMap(heading => {
    const cell = taken[heading]
    return 'wrong' in cell
      ? [{ row: row.number, ...sheet, cell: cellUnder(row, heading), ...cell.wrong }]
      : []
  })
}

function takeParticipant(text: string, { personOf }: RowRules): Taken<EnteredPerson> {
  if (text === '') return { wrong: { code: 'no-participant', data: {} } }
  const code = participantCode.safeParse(text)
  if (code.success) return personOf(code.data)
  return {
    wrong: { code: 'participant-too-long', data: { length: text.length, longest: LONGEST_CODE } },
  }
}

/** A group of the workshop; none at all may be that of a person who is known. */
export function takeGroup(text: string, groups: readonly string[]): Taken<string> {
  if (text === '') return { value: '' }
  const group = groups.find(name => name.normalize('NFC').toLowerCase() === text.toLowerCase())
  if (group !== undefined) return { value: group }
  return { wrong: { code: 'unknown-group', data: { text: excerpt(text), groups: [...groups] } } }
}

function takeComment(typed: string): Taken<string> {
  // A vertical tab is the line break of another program; all else stays as somebody typed it.
  const text = typed.replaceAll('\v', '\n')
  if (text.length <= COMMENT_LIMIT) return { value: text }
  const data = { length: text.length, longest: COMMENT_LIMIT }
  return { wrong: { code: 'comment-too-long', data } }
}
