import Database from 'better-sqlite3'
import type { ReadableStore, Statement } from '../store.ts'
import { withPlainFailures } from './failures.ts'

/** A view of a workbook file at one moment, unaffected by later writes. */
export interface Snapshot {
  readonly store: ReadableStore
  readonly close: () => void
}

/**
 * Opens a second connection that only reads, in one transaction. It serves work that takes many turns of the
 * event loop: rows can be read one by one while ratings are saved.
 */
export function openSnapshot(file: string): Snapshot {
  return withPlainFailures(file, () => {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    database.pragma('trusted_schema = OFF')
    database.exec('BEGIN')
    // SQLite fixes a snapshot at its first read.
    database.prepare('SELECT 1 FROM workbook').get()
    const prepare = <P extends object, R, More extends readonly object[]>(
      sql: string,
    ): Statement<P, R, More> => database.prepare<[P, ...More], R>(sql)
    return { store: { file, prepare }, close: () => database.close() }
  })
}

/**
 * A text that differs after every change to the file, by any connection. It joins the number of rows that this
 * connection has changed and SQLite's counter of changes by others.
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
