import type Database from 'better-sqlite3'
import type { ToldSave } from './connection/told.ts'

declare const writable: unique symbol

/** A prepared statement with named parameters `P` and rows `R`; `More` are further parameters. */
export type Statement<
  P extends object,
  R,
  More extends readonly object[] = [],
> = Database.Statement<[P, ...More], R>

/**
 * An open workbook file that can be read. Functions that only read take this type, so that the types show
 * which functions write.
 */
export interface ReadableStore {
  readonly file: string
  /** The statement for this SQL, prepared once for this connection. */
  readonly prepare: <P extends object, R = unknown, More extends readonly object[] = []>(
    sql: string,
  ) => Statement<P, R, More>
}

/** An open workbook file that can be written. */
export interface WritableStore extends ReadableStore {
  /**
   * Runs `work` in one transaction: either all of it is on disk when this returns, or none of it. Throws
   * DISK_FULL, FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE or CANNOT_WRITE_FILE if the disk refuses, and WORKBOOK_MOVED
   * where another file, or none, has the name of this one by now.
   */
  readonly transaction: <T>(work: () => T) => T
  /**
   * Runs `work` in a transaction and rolls it back: returns what `work` found, and nothing of it stays. Call it
   * outside a transaction. Throws what `work` throws.
   */
  readonly rehearse: <T>(work: () => T) => T
  /**
   * A transaction for work that writes more than the file holds, which is faster in this way. Nobody else can
   * read the file meanwhile.
   */
  readonly largeTransaction: <T>(work: () => T) => T
  /**
   * Writes the log back into the file, which also happens by itself within about a second of a commit; `truncate`
   * empties the log as well. Returns false, without waiting, while another connection reads the file.
   */
  readonly checkpoint: (mode: 'passive' | 'truncate') => boolean
  /** Lists a save beside the file, outside its log, once its transaction was committed. */
  readonly told: (save: ToldSave) => void
  /** Removes that list, before somebody's words are erased whose saves it names. */
  readonly forgetTold: () => void
  /** Ends the watch over the place of the file, so that what is still in the connection can be rescued. */
  readonly release: () => void
  /** Writes the log back into the file and lets go of both. */
  readonly close: () => void
  readonly [writable]: true
}

/** A writable store and the connection under it, which only the opener may hold. */
export interface OpenStore {
  readonly store: WritableStore
  readonly database: Database.Database
}
