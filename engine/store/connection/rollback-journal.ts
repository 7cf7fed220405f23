import { statSync } from 'node:fs'
import Database from 'better-sqlite3'

/** The journal of a transaction: a log of its new pages (`wal`), or a copy of the old ones (`delete`). */
type Journal = 'wal' | 'delete'

/**
 * Runs work with a rollback journal (a copy of the old pages) instead of the write-ahead log. New pages then go
 * to the disk once rather than twice, which is most of the time of a large transaction. It is as durable: the
 * folder is flushed too, so that no power cut can restore the journal of a committed transaction. If another
 * connection has the file open, the work runs with the log as usual. Call it outside a transaction.
 */
export function withRollbackJournal<T>(database: Database.Database, work: () => T): T {
  if (!setJournal(database, 'delete')) return work()
  database.pragma('main.synchronous = EXTRA')
  try {
    return work()
  } finally {
    // If this is refused, the file stays as durable, and gets its log back when it is next opened.
    if (setJournal(database, 'wal')) database.pragma('main.synchronous = FULL')
  }
}

/** Switches the journal without waiting for other connections. Returns false if that was refused. */
function setJournal(database: Database.Database, journal: Journal): boolean {
  const patience = Number(database.pragma('busy_timeout', { simple: true }))
  database.pragma('busy_timeout = 0')
  try {
    return database.pragma(`main.journal_mode = ${journal}`, { simple: true }) === journal
  } catch (error) {
    if (error instanceof Database.SqliteError) return false
    throw error
  } finally {
    database.pragma(`busy_timeout = ${patience}`)
  }
}

/**
 * Rolls back a transaction with a rollback journal that a crash interrupted, which a connection that only reads
 * may not do. Leaves any other file alone.
 */
export function undoCutShort(file: string): void {
  const journal = statSync(`${file}-journal`, { throwIfNoEntry: false })
  if (!journal || journal.size === 0) return
  const database = new Database(file, { fileMustExist: true })
  try {
    database.prepare('SELECT 1 FROM sqlite_schema').get()
  } finally {
    database.close()
  }
}
