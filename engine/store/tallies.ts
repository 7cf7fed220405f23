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
 * Counts what a workbook holds. Few ratings have been superseded and few keys have two, so these are looked for
 * in the indexes and the rest is not looked at one by one.
 */
export function getTotals(store: ReadableStore): Totals {
  const row = store
    .prepare<Record<string, never>, Totals>(
      `WITH linked AS MATERIALIZED (SELECT participant, person FROM linked_person),
       repeated AS MATERIALIZED (
         SELECT indicator, criterion, round, participant FROM rating
         WHERE participant NOT IN (SELECT participant FROM linked)
         GROUP BY indicator, criterion, round, participant HAVING count(*) > 1)
       SELECT
         (SELECT count(*) FROM workshop) AS workshops,
         (SELECT count(*) FROM participant) AS participants,
         (SELECT count(*) FROM rating) - (SELECT count(DISTINCT superseded) FROM supersession
            WHERE superseded IN (SELECT id FROM rating)) AS ratings,
         (SELECT count(*) FROM rating) AS ratingRecords,
         (SELECT count(*) FROM repeated AS k WHERE 1 < (SELECT count(*) FROM current_rating AS r
            WHERE r.indicator = k.indicator AND r.criterion = k.criterion AND r.round = k.round
              AND r.participant = k.participant))
         + (SELECT count(*) FROM (
              SELECT 1 FROM linked CROSS JOIN current_rating AS r
                ON r.participant = linked.participant
              GROUP BY r.indicator, r.criterion, r.round, linked.person HAVING count(*) > 1))
           AS conflicts`,
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
