import type { ReadableStore } from '../store.ts'
import { keyText, type RecordTable } from './record-table.ts'

/** A record by what identifies it, and the participant that it is about; null for nobody. */
export interface RecordKey {
  readonly key: string
  readonly person: string | null
}

/** The keys of a table's records, in no order. */
export function iterateRecordKeys(
  store: ReadableStore,
  table: RecordTable,
): IterableIterator<RecordKey> {
  return store
    .prepare<Record<string, never>, RecordKey>(
      `SELECT ${keyText(table, 'r')} AS key, ${table.person === null ? 'NULL' : `r.${table.person}`} AS person
       FROM ${table.table} AS r`,
    )
    .iterate({})
}
