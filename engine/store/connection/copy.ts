import Database from 'better-sqlite3'
import type { WritableStore } from '../store.ts'
import { rewriteDrafts } from './rewrite-drafts.ts'

/**
 * Writes a consistent copy of an open workbook, its log included, to a path where nothing is. Words in turns that are
 * still open are left out, as whoever wrote them may yet take them back; their answers are in it.
 */
export function writeCopy(store: WritableStore, to: string): void {
  store.prepare<{ to: string }>('VACUUM INTO @to').run({ to })
  const copy = new Database(to, { fileMustExist: true })
  try {
    // A copy that is cut short is thrown away, so it needs no journal, which would keep the words.
    copy.pragma('journal_mode = OFF')
    copy.pragma('secure_delete = ON')
    copy.transaction(() => rewriteDrafts(copy, 'text IS NULL'))()
    // As the file itself has it.
    copy.pragma('journal_mode = WAL')
  } finally {
    copy.close()
  }
}
