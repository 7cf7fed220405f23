import type { ReadableStore, WritableStore } from '../store.ts'

type Nothing = Record<string, never>

/** Fewer rows than this are put into the indexes one by one in no time. */
const MANY = 50_000

/** Whether so many ratings are many, and more than there are. */
export function areManyRatings(store: ReadableStore, adding: number, many = MANY): boolean {
  return adding >= many && adding >= countRatings(store)
}

/**
 * Does work that adds so many ratings. Where they are many, and more than there are, the indexes of the table
 * are made anew once all are in, which takes a fraction of the time: rows that come in the order of their ids
 * go to all over an index in another order. Call it inside a transaction; `work` must find ratings by id alone.
 */
export function addingRatings(
  store: WritableStore,
  adding: number,
  work: () => void,
  many = MANY,
): void {
  if (!areManyRatings(store, adding, many)) {
    work()
    return
  }
  const indexes = store
    .prepare<Nothing, { readonly name: string; readonly sql: string }>(
      `SELECT name, sql FROM main.sqlite_schema
       WHERE type = 'index' AND tbl_name = 'rating' AND sql IS NOT NULL ORDER BY rowid`,
    )
    .all({})
  for (const { name } of indexes) store.prepare<Nothing>(`DROP INDEX main.${name}`).run({})
  work()
  withSmallCache(store, () => {
    for (const { sql } of indexes) store.prepare<Nothing>(sql).run({})
  })
}

/** An index is sorted in as much memory as the cache may have, and in no more time with a quarter of it. */
function withSmallCache(store: WritableStore, work: () => void): void {
  const row = store
    .prepare<Nothing, { readonly cache_size: number }>('PRAGMA main.cache_size')
    .get({})
  store.prepare<Nothing>('PRAGMA main.cache_size = -4000').run({})
  try {
    work()
  } finally {
    store.prepare<Nothing>(`PRAGMA main.cache_size = ${row?.cache_size ?? -16_000}`).run({})
  }
}

function countRatings(store: ReadableStore): number {
  const row = store
    .prepare<Nothing, { readonly count: number }>('SELECT count(*) AS count FROM main.rating')
    .get({})
  return row?.count ?? 0
}
