import type { WritableStore } from '../store/store.ts'
import { erasePerson, getWithdrawnWithRows } from '../store/withdrawals.ts'
import { RECORD_TABLES } from './record-tables.ts'

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
