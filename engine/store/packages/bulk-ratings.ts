import type { ReadableStore, WritableStore } from '../store.ts'

type Nothing = Record<string, never>

/** The number of rows below which indexes are updated row by row in no noticeable time. */
const MANY = 50_000

/** Tests whether this many new ratings are many, and at least as many as the workbook has. */
export function areManyRatings(store: ReadableStore, adding: number, many = MANY): boolean {
  return adding >= many && adding >= countRatings(store)
}

/**
 * Runs work that adds this many ratings of packages. If they are many (`areManyRatings`), the indexes of the table
 * are dropped and rebuilt afterwards, which takes a fraction of the time: rows in the order of their ids would be
 * scattered all over an index in another order. The trigger that has ratings sealed that are made here goes and comes
 * back too, since SQLite would ask it about each row. Call it inside a transaction; `work` must find ratings by id only.
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
  const slowing = store
    .prepare<Nothing, { readonly type: string; readonly name: string; readonly sql: string }>(
      `SELECT type, name, sql FROM main.sqlite_schema
       WHERE tbl_name = 'rating' AND (type = 'index' AND sql IS NOT NULL OR name = 'rating_unsealed')
       ORDER BY rowid`,
    )
    .all({})
  for (const { type, name } of slowing) store.prepare<Nothing>(`DROP ${type} main.${name}`).run({})
  work()
  withSmallCache(store, () => {
    for (const { sql } of slowing) store.prepare<Nothing>(sql).run({})
  })
}

/** Limits the memory in which an index is sorted, which is that of the cache; a quarter of it is as fast. */
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
