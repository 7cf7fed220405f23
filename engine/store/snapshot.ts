import Database from 'better-sqlite3'
import { withPlainFailures } from './failures.ts'
import type { ReadableStore, Statement } from './store.ts'

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
