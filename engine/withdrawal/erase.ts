import { RECORD_TABLES } from '../packages/format/record-kinds.ts'
import { scrubBackups, scrubStore } from '../store/connection/scrub.ts'
import { erasePerson, getAllWithdrawn, getWithdrawnWithRows } from '../store/records/withdrawals.ts'
import type { WritableStore } from '../store/store.ts'

/**
 * Deletes every row of the people who withdrew; call it inside a transaction. Gives how many rows of each
 * kind went. What the file keeps of deleted rows, in its log and its backups, is for the caller to clear.
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

/** What was cleared of people whose rows were deleted. */
export interface ClearedTraces {
  /** Backups of the workbook that were cleaned. */
  readonly backups: number
  /** False while another connection reads the file: then the last traces go when it is closed. */
  readonly clean: boolean
}

/**
 * Clears what the workbook's file, its log and the backups that the program made of it keep of everyone who
 * ever withdrew, also where an earlier attempt was cut short. Call it outside a transaction. Throws
 * DISK_FULL, CANNOT_WRITE_FILE.
 */
export function clearTraces(store: WritableStore): ClearedTraces {
  const clean = scrubStore(store)
  return { backups: scrubBackups(store.file, getAllWithdrawn(store)), clean }
}
