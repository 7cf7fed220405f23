import { RECORD_TABLES } from '../packages/format/record-kinds.ts'
import { scrubBackups, scrubStore } from '../store/connection/scrub.ts'
import { erasePerson, getAllWithdrawn, getWithdrawnWithRows } from '../store/records/withdrawals.ts'
import type { WritableStore } from '../store/store.ts'

/**
 * Deletes every row about participants who withdrew. Returns the number of deleted rows of each kind. Call it
 * inside a transaction. Traces of the rows remain in the file, its log and its backups for the caller to clear.
 */
export function eraseWithdrawn(store: WritableStore): ReadonlyMap<string, number> {
  const total = new Map<string, number>()
  for (const participant of getWithdrawnWithRows(store, RECORD_TABLES)) {
    for (const [kind, count] of erasePerson(store, RECORD_TABLES, participant)) {
      total.set(kind, (total.get(kind) ?? 0) + count)
    }
  }
  return total
}

/** The outcome of clearing the traces of deleted rows. */
export interface ClearedTraces {
  /** The number of backups that were scrubbed. */
  readonly backups: number
  /** False if another connection reads the file; the last traces are then removed when it is closed. */
  readonly clean: boolean
}

/**
 * Clears traces of everyone who ever withdrew from the workbook's file, its log and the backups that the
 * program made of it, which also completes an interrupted attempt. Call it outside a transaction. Throws
 * DISK_FULL, CANNOT_WRITE_FILE.
 */
export function clearTraces(store: WritableStore): ClearedTraces {
  const clean = scrubStore(store)
  return { backups: scrubBackups(store.file, getAllWithdrawn(store)), clean }
}
