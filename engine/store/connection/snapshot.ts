import Database from 'better-sqlite3'
import type { ReadableStore, Statement } from '../store.ts'
import { withPlainFailures } from './database.ts'

/** A workbook file as it is at one moment, whatever is written to it meanwhile. */
export interface Snapshot {
  readonly store: ReadableStore
  readonly close: () => void
}

/**
 * A second connection that reads only, in one transaction. For work that goes on over many turns of
 * the event loop: rows can be read one by one, and ratings can be saved all the while.
 */
export function openSnapshot(file: string): Snapshot {
  return withPlainFailures(file, () => {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    database.pragma('trusted_schema = OFF')
    database.exec('BEGIN')
    // The moment of a snapshot is that of its first reading.
    database.prepare('SELECT 1 FROM workbook').get()
    const prepare = <P extends object, R, More extends readonly object[]>(
      sql: string,
    ): Statement<P, R, More> => database.prepare<[P, ...More], R>(sql)
    return { store: { file, prepare }, close: () => database.close() }
  })
}

/**
 * A text that is another one after every change to the file, whoever made it: the number of rows that
 * this connection has changed, and SQLite's count of what others have.
 */
export function getChangeMark(store: ReadableStore): string {
  const own = store
    .prepare<Record<string, never>, { readonly changes: number }>(
      'SELECT total_changes() AS changes',
    )
    .get({})
  const others = store
    .prepare<Record<string, never>, { readonly data_version: number }>('PRAGMA data_version')
    .get({})
  return `${own?.changes} ${others?.data_version}`
}
