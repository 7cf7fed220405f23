import { scrubBackups, scrubStore } from '../store/scrub.ts'
import type { WritableStore } from '../store/store.ts'

/** What was cleared of people whose rows were deleted. */
export interface ClearedTraces {
  /** Backups of the workbook that were cleaned. */
  readonly backups: number
  /** False while another connection reads the file: then the last traces go when it is closed. */
  readonly clean: boolean
}

/**
 * Clears what the workbook's file, its log and the backups that the program made of it keep of people whose
 * rows were deleted. Call it outside a transaction.
 */
export function clearTraces(store: WritableStore, participants: readonly string[]): ClearedTraces {
  return { backups: scrubBackups(store.file, participants), clean: scrubStore(store) }
}
