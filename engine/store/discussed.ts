import type { ReadableStore, WritableStore } from './store.ts'

/** What a mark is about: an indicator, in one workshop or in all of them together. */
export interface DiscussedKey {
  readonly workshop: string | null
  readonly indicator: string
}

/** A record that a room has talked about an indicator, or has not after all. */
export interface DiscussedRecord extends DiscussedKey {
  readonly id: string
  readonly discussed: boolean
  readonly recordedAt: string
  readonly device: string
}

/** The ids of a key's current marks. */
export function getCurrentMarkIds(
  store: ReadableStore,
  { workshop, indicator }: DiscussedKey,
): readonly string[] {
  return store
    .prepare<DiscussedKey, { readonly id: string }>(
      `SELECT id FROM current_discussed
       WHERE indicator = @indicator AND workshop IS @workshop ORDER BY id`,
    )
    .all({ workshop, indicator })
    .map(row => row.id)
}

/** The indicators that a workshop, or all together (null), has talked about; in that order. */
export function getAllDiscussed(
  store: ReadableStore,
  workshop: string | null,
): readonly { readonly indicator: string; readonly recordedAt: string }[] {
  return store
    .prepare<
      { workshop: string | null },
      { readonly indicator: string; readonly recordedAt: string }
    >(
      `SELECT indicator, min(recorded_at) AS recordedAt FROM current_discussed
       WHERE workshop IS @workshop AND discussed = 1 GROUP BY indicator ORDER BY min(id)`,
    )
    .all({ workshop })
}

/** Stores a mark. */
export function appendDiscussed(store: WritableStore, record: DiscussedRecord): void {
  store
    .prepare(
      `INSERT INTO discussed_record (id, workshop, indicator, discussed, recorded_at, device)
       VALUES (@id, @workshop, @indicator, @discussed, @recordedAt, @device)`,
    )
    .run({ ...record, discussed: record.discussed ? 1 : 0 })
}
