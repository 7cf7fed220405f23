import { isDeepStrictEqual } from 'node:util'
import type {
  RatingHeading,
  RatingProblem,
  RatingsChoices,
} from '../../../shared/model/data-entry.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import { excerpt, oneLine } from '../../frameworks/read/words/cell-text.ts'
import type { EntryRow } from './entry-rows.ts'
import type { RatingsTable } from './entry-tables.ts'
import { cellUnder, type EnteredRow, type RowRules, readRow } from './read-table.ts'

/** A text that is equal for two rows that answer the same question. */
export const questionKey = ({ person, indicator, criterion, round }: EnteredRow): string =>
  JSON.stringify([person.key, indicator, criterion, round])

/** Tests whether two answers with their comments are equal. */
export function isSameText(
  a: { readonly answer: Answer; readonly comment: string },
  b: { readonly answer: Answer; readonly comment: string },
): boolean {
  return a.comment === b.comment && isDeepStrictEqual(a.answer, b.answer)
}

/** A file of ratings after its checks: every row once, and every problem. */
export interface CheckedRatings {
  readonly rows: readonly PlacedRow[]
  /** The number of rows that repeat an earlier one. */
  readonly repeated: number
  readonly problems: readonly RatingProblem[]
}

/** Checks tables against the workshop. Problems are in the order of the rows. */
export function checkRatings(
  tables: readonly RatingsTable[],
  rules: RowRules,
  { hiddenRows }: RatingsChoices,
): CheckedRatings {
  const faults = tables.flatMap(headingProblems)
  if (faults.length > 0) return { rows: [], repeated: 0, problems: faults }
  const problems: RatingProblem[] = []
  const placed: PlacedRow[] = []
  for (const table of tables) {
    for (const row of table.rows) {
      if (row.doubt !== null && hiddenRows === 'leave') continue
      if (row.doubt !== null && hiddenRows === undefined) {
        problems.push({
          ...placeOf(table, row, 'participant'),
          code: 'doubtful-row',
          data: { is: row.doubt },
        })
      }
      const read = readRow(table, row, rules)
      if ('entry' in read) placed.push({ table, row: read })
      else problems.push(...read)
    }
  }
  const grouped = withGroups(placed, rules)
  const { first, repeated, contradictions } = sortOutRepeats(grouped.placed)
  const all = [...problems, ...grouped.problems, ...otherGroups(grouped.placed), ...contradictions]
  const order = (problem: RatingProblem): number =>
    tables.findIndex(({ sheet }) => sheet.sheet === problem.sheet)
  return {
    rows: first,
    repeated,
    problems: all.toSorted((a, b) => order(a) - order(b) || a.row - b.row),
  }
}

/** A row with the table that it stands in. */
export interface PlacedRow {
  readonly table: RatingsTable
  readonly row: EnteredRow
}

/** The place of a row under a heading, as problems name it. */
export const placeOf = (
  { sheet }: RatingsTable,
  entry: EntryRow,
  heading: RatingHeading,
): Pick<RatingProblem, 'row' | 'sheet' | 'cell'> => ({
  row: entry.number,
  ...sheet,
  cell: cellUnder(entry, heading),
})

/** Finds what is wrong with the headings of a table, which makes anything said of its rows worthless. */
function headingProblems({ sheet, header, layout, ...table }: RatingsTable) {
  const place = (column: number) => ({
    row: header.number,
    ...sheet,
    cell: cellName(column, header.number),
  })
  return [
    ...table.missing.map(
      (column): RatingProblem => ({
        ...place(layout.columns.get(column) ?? 1),
        code: 'missing-column',
        data: { column },
      }),
    ),
    ...table.repeated.map(
      ({ column, heading }): RatingProblem => ({
        ...place(column),
        code: 'repeated-column',
        data: { column: heading },
      }),
    ),
    ...table.hiddenColumns.map((column): RatingProblem => {
      const heading = oneLine(header.cells.find(([at]) => at === column)?.[1])
      return { ...place(column), code: 'doubtful-column', data: { heading: excerpt(heading) } }
    }),
  ]
}

/** Gives rows without a group that of their person: in the workshop, or in another row of the file. */
function withGroups(placed: readonly PlacedRow[], { groups }: RowRules) {
  const known = new Map<string, string>()
  for (const { row } of placed) {
    const group = row.person.known?.group ?? row.group
    if (group !== '' && !known.has(row.person.key)) known.set(row.person.key, group)
  }
  const problems: RatingProblem[] = []
  const given = placed.flatMap(({ table, row }): readonly PlacedRow[] => {
    if (row.group !== '') return [{ table, row }]
    const group = known.get(row.person.key)
    if (group !== undefined) return [{ table, row: { ...row, group } }]
    const place = placeOf(table, row.entry, 'group')
    problems.push({ ...place, code: 'no-group', data: { groups: [...groups] } })
    return []
  })
  return { placed: given, problems }
}

/**
 * Finds rows that repeat an earlier one, which are dropped, and rows that contradict one, which are problems.
 */
function sortOutRepeats(rows: readonly PlacedRow[]) {
  const first = new Map<string, PlacedRow>()
  const contradictions: RatingProblem[] = []
  for (const { table, row } of rows) {
    const question = questionKey(row)
    const earlier = first.get(question)
    if (!earlier) first.set(question, { table, row })
    else if (!isSameText(earlier.row, row)) {
      const data = { row: earlier.row.row }
      contradictions.push({ ...placeOf(table, row.entry, 'answer'), code: 'rated-twice', data })
    }
  }
  const repeated = rows.length - first.size - contradictions.length
  return { first: [...first.values()], repeated, contradictions }
}

/** Finds rows that put a person in another group than an earlier row or the workshop does. */
function otherGroups(rows: readonly PlacedRow[]): readonly RatingProblem[] {
  const first = new Map<string, EnteredRow>()
  return rows.flatMap(({ table, row }): readonly RatingProblem[] => {
    const { key, name: code, known } = row.person
    const earlier = first.get(key) ?? row
    first.set(key, earlier)
    const place = placeOf(table, row.entry, 'group')
    if (known && known.group !== row.group) {
      const data = { code, group: known.group }
      return [{ ...place, code: 'other-group-in-workshop', data }]
    }
    if (earlier.group === row.group) return []
    const data = { code, group: earlier.group, row: earlier.row }
    return [{ ...place, code: 'other-group-in-file', data }]
  })
}
