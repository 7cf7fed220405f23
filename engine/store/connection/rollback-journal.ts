import { statSync } from 'node:fs'
import Database from 'better-sqlite3'

/** What a transaction keeps of a file to undo itself: what it writes anew, or what was there before. */
type Journal = 'wal' | 'delete'

/**
 * Does work while the file keeps what was there before, and not a log of what is written: whatever is written
 * goes to the disk once and not twice, which for a large transaction is most of its time. It is as durable: the
 * folder is flushed too, so that no power cut brings back the journal of what was committed. Where another
 * connection has the file open, the work is done with the log as ever. Call it outside a transaction.
 */
export function withRollbackJournal<T>(database: Database.Database, work: () => T): T {
  if (!setJournal(database, 'delete')) return work()
  database.pragma('main.synchronous = EXTRA')
  try {
    return work()
  } finally {
    // Where this is refused, the file stays as durable as it is, and has its log again when it is next opened.
    if (setJournal(database, 'wal')) database.pragma('main.synchronous = FULL')
  }
}

/** Whether the file has such a journal from now on. Nobody is waited for. */
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
 * Puts back what was there before a transaction that a crash cut short, which a connection that only reads
 * may not do. Does nothing to any other file.
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
