import { scrubBackups, scrubStore } from '../store/scrub.ts'
import type { WritableStore } from '../store/store.ts'
import { getAllWithdrawn } from '../store/withdrawals.ts'

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
