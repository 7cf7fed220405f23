import { isDeepStrictEqual } from 'node:util'
import type { RatingProblem } from '../../../shared/model/data-entry.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import {
  cellUnder,
  type EnteredRow,
  type RatingsTable,
  type RowRules,
  readRow,
} from './read-table.ts'

/** A text that is equal for two rows that answer the same question. */
const questionKey = ({ person, indicator, criterion, round }: EnteredRow): string =>
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
  readonly rows: readonly EnteredRow[]
  /** The number of rows that repeat an earlier one. */
  readonly repeated: number
  readonly problems: readonly RatingProblem[]
}

/** Checks a table against the workshop. Problems are in the order of the rows. */
export function checkRatings(table: RatingsTable, rules: RowRules): CheckedRatings {
  const missing = table.missing.map(
    (column): RatingProblem => ({
      row: table.headerRow,
      cell: cellUnder(table, table.headerRow, column),
      code: 'missing-column',
      data: { column },
    }),
  )
  if (missing.length > 0) return { rows: [], repeated: 0, problems: missing }

  const problems: RatingProblem[] = []
  const rows: EnteredRow[] = []
  for (const row of table.rows) {
    const read = readRow(table, row, rules)
    if ('row' in read) rows.push(read)
    else problems.push(...read)
  }
  const { first, repeated, contradictions } = sortOutRepeats(table, rows)
  const all = [...problems, ...otherGroups(table, rows), ...contradictions]
  return { rows: first, repeated, problems: all.toSorted((a, b) => a.row - b.row) }
}

/**
 * Finds rows that repeat an earlier one, which are dropped, and rows that contradict one, which are problems.
 */
function sortOutRepeats(table: RatingsTable, rows: readonly EnteredRow[]) {
  const first = new Map<string, EnteredRow>()
  const contradictions: RatingProblem[] = []
  for (const row of rows) {
    const question = questionKey(row)
    const earlier = first.get(question)
    if (!earlier) first.set(question, row)
    else if (!isSameText(earlier, row)) {
      const cell = cellUnder(table, row.row, 'answer')
      const data = { row: earlier.row }
      contradictions.push({ row: row.row, cell, code: 'rated-twice', data })
    }
  }
  const repeated = rows.length - first.size - contradictions.length
  return { first: [...first.values()], repeated, contradictions }
}

/** Finds rows that put a person in another group than an earlier row or the workshop does. */
function otherGroups(table: RatingsTable, rows: readonly EnteredRow[]): readonly RatingProblem[] {
  const first = new Map<string, EnteredRow>()
  return rows.flatMap((row): readonly RatingProblem[] => {
    const { key, name: code, known } = row.person
    const earlier = first.get(key) ?? row
    first.set(key, earlier)
    const place = { row: row.row, cell: cellUnder(table, row.row, 'group') }
    if (known && known.group !== row.group) {
      const data = { code, group: known.group }
      return [{ ...place, code: 'other-group-in-workshop', data }]
    }
    if (earlier.group === row.group) return []
    const data = { code, group: earlier.group, row: earlier.row }
    return [{ ...place, code: 'other-group-in-file', data }]
  })
}
