import { isDeepStrictEqual } from 'node:util'
import type { RatingProblem, RatingsFilesReport } from '../../../shared/model/data-entry.ts'
import { groupBy } from '../../group-by.ts'
import { type CheckedRatings, type PlacedRow, placeOf, questionKey } from './check-ratings.ts'
import type { EnteredRow } from './read-table.ts'

/** A file of ratings after its own checks, under the name by which people know it. */
export interface NamedRatings {
  readonly name: string
  readonly checked: CheckedRatings
}

interface FileRow extends PlacedRow {
  readonly file: NamedRatings
}

/**
 * Finds where files contradict each other: in an answer, or in the group of a person. Nothing tells which is meant, so the
 * problem stands with each of them and names the place in the other.
 */
export function problemsBetween(
  files: readonly NamedRatings[],
): ReadonlyMap<NamedRatings, readonly RatingProblem[]> {
  const rows = files.flatMap(file => file.checked.rows.map(placed => ({ ...placed, file })))
  const problems = files.length < 2 ? [] : [...otherGroups(rows), ...otherAnswers(rows)]
  const byFile = groupBy(problems, ({ file }) => file)
  return new Map([...byFile].map(([file, found]) => [file, found.map(({ problem }) => problem)]))
}

interface FoundProblem {
  readonly file: NamedRatings
  readonly problem: RatingProblem
}

function otherAnswers(rows: readonly FileRow[]): readonly FoundProblem[] {
  return [...groupBy(rows, ({ row }) => questionKey(row)).values()].flatMap(alike =>
    alike.flatMap(({ file, table, row }): readonly FoundProblem[] => {
      const other = alike.find(each => each.file !== file && isContradiction(each.row, row))
      if (!other) return []
      const data = { file: other.file.name, ...placeOf(other.table, other.row.entry, 'answer') }
      const place = placeOf(table, row.entry, 'answer')
      return [{ file, problem: { ...place, code: 'rated-in-other-file', data } }]
    }),
  )
}

/** Finds newcomers whom two files put into two groups: once for each file. */
function otherGroups(rows: readonly FileRow[]): readonly FoundProblem[] {
  const strangers = rows.filter(({ row }) => row.person.known === null)
  return [...groupBy(strangers, ({ row }) => row.person.key).values()].flatMap(ofPerson => {
    const first = [...new Map(ofPerson.toReversed().map(each => [each.file, each])).values()]
    return first.toReversed().flatMap(({ file, table, row }): readonly FoundProblem[] => {
      const other = first.toReversed().find(each => each.row.group !== row.group)
      if (!other) return []
      const place = placeOf(other.table, other.row.entry, 'group')
      const data = {
        code: row.person.name,
        group: other.row.group,
        file: other.file.name,
        ...place,
      }
      const problem = { ...placeOf(table, row.entry, 'group'), data } as const
      return [{ file, problem: { ...problem, code: 'other-group-in-other-file' } }]
    })
  })
}

/** The ratings of files that do not contradict each other: of each question what any of them says, once. */
export function joinRatings(files: readonly CheckedRatings[]): CheckedRatings {
  const [only, ...others] = files
  if (only && others.length === 0) return only
  const rows = files.flatMap(file => file.rows)
  const said = rows.filter(({ row }) => saysSomething(row))
  const joined = new Map(
    [...groupBy(said, ({ row }) => questionKey(row)).values()].map(alike => [
      alike[0],
      alike.reduce(joinAlike),
    ]),
  )
  return {
    rows: rows.flatMap(placed => (saysSomething(placed.row) ? (joined.get(placed) ?? []) : placed)),
    repeated: files.reduce((sum, { repeated }) => sum + repeated, said.length - joined.size),
    problems: [],
  }
}

const joinAlike = (first: PlacedRow, other: PlacedRow): PlacedRow => ({
  ...first,
  row: {
    ...first.row,
    answer: first.row.answer.kind === 'none' ? other.row.answer : first.row.answer,
    comment: first.row.comment || other.row.comment,
  },
})

const saysSomething = ({ answer, comment }: EnteredRow): boolean =>
  answer.kind !== 'none' || comment !== ''

/** Tests whether two rows say different things; what one leaves blank the other may say. */
const isContradiction = (a: EnteredRow, b: EnteredRow): boolean =>
  (a.answer.kind !== 'none' &&
    b.answer.kind !== 'none' &&
    !isDeepStrictEqual(a.answer, b.answer)) ||
  (a.comment !== '' && b.comment !== '' && a.comment !== b.comment)

/** Finds people with ratings in several files: one person's sheets, or two people who go by one code. */
export function peopleInSeveral(files: readonly NamedRatings[]): RatingsFilesReport['inSeveral'] {
  const named = files.flatMap(({ name, checked }, index) => {
    const people = new Map(checked.rows.map(({ row }) => [row.person.key, row.person.name]))
    return [...people].map(([key, participant]) => ({ key, participant, name, index }))
  })
  return [...groupBy(named, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    first && others.length > 0
      ? [{ participant: first.participant, files: [first, ...others].map(({ name }) => name) }]
      : [],
  )
}
