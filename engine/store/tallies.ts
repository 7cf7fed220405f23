import type { ReadableStore } from './store.ts'

/** The figures of a workbook that count its rows. */
export interface Totals {
  readonly workshops: number
  readonly participants: number
  readonly ratings: number
  readonly ratingRecords: number
  readonly conflicts: number
}

/**
 * Counts what a workbook holds. Few ratings have been superseded, so these are looked for in the index and
 * the rest is not looked at one by one.
 */
export function getTotals(store: ReadableStore): Totals {
  const row = store
    .prepare<Record<string, never>, Totals>(
      `SELECT
         (SELECT count(*) FROM workshop) AS workshops,
         (SELECT count(*) FROM participant) AS participants,
         (SELECT count(*) FROM rating) - (SELECT count(DISTINCT superseded) FROM supersession
            WHERE superseded IN (SELECT id FROM rating)) AS ratings,
         (SELECT count(*) FROM rating) AS ratingRecords,
         (SELECT count(*) FROM conflict) AS conflicts`,
    )
    .get({})
  if (!row) throw new Error('A query that counts returned no row.')
  return row
}

/** How many current ratings each indicator has, whatever they answer; those without any are left out. */
export function countRatingsByIndicator(store: ReadableStore): ReadonlyMap<string, number> {
  return countsOf(
    store,
    'SELECT indicator AS name, count(*) AS count FROM current_rating GROUP BY indicator',
  )
}

/** How many current ratings answered to the words of each framework version. */
export function countRatingsByFramework(store: ReadableStore): ReadonlyMap<string, number> {
  return countsOf(
    store,
    'SELECT framework AS name, count(*) AS count FROM current_rating GROUP BY framework',
  )
}

function countsOf(store: ReadableStore, sql: string): ReadonlyMap<string, number> {
  const rows = store
    .prepare<Record<string, never>, { readonly name: string; readonly count: number }>(sql)
    .all({})
  return new Map(rows.map(({ name, count }) => [name, count]))
}
