import type { RecordScope } from './record-table.ts'
import type { ReadableStore, WritableStore } from './store.ts'

/** A record that this program does not understand, or that is kept apart from its namesake. */
export interface OddRecord {
  readonly kind: string
  readonly key: string
  /** The participant that it is about; blank for records that are nobody's. */
  readonly person: string
  /** The record as a package has it. */
  readonly line: string
}

/** The records of kinds that this program does not know, in the order in which packages have them. */
export function iterateUnknownRecords(
  store: ReadableStore,
  { workshops, withoutPeople }: RecordScope,
): IterableIterator<OddRecord> {
  return store
    .prepare<{ everyone: number; nobody: number; workshops: string }, OddRecord>(
      `SELECT kind, key, person, line FROM unknown_record
       WHERE person = '' OR (NOT @nobody AND (@everyone OR person IN (
         SELECT participant FROM participant_record
         WHERE workshop IN (SELECT value FROM json_each(@workshops)))))
       ORDER BY kind, key`,
    )
    .iterate({
      everyone: workshops === null ? 1 : 0,
      nobody: withoutPeople ? 1 : 0,
      workshops: JSON.stringify(workshops ?? []),
    })
}

/** Keeps a record that says something else than its namesake; one that is there already stays. */
export function appendApartRecord(
  store: WritableStore,
  record: OddRecord & { readonly package: number },
): void {
  store
    .prepare<typeof record>(
      `INSERT INTO apart_record (kind, key, person, line, package)
       VALUES (@kind, @key, @person, @line, @package) ON CONFLICT DO NOTHING`,
    )
    .run(record)
}
