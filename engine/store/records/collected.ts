import type { ReadableStore, WritableStore } from '../store.ts'

/** A record that an indicator is to be rated again once a round is opened, or is not after all. */
export interface CollectedRecord {
  readonly id: string
  readonly workshop: string
  readonly indicator: string
  /** The round that it was collected for. */
  readonly round: number
  readonly collected: boolean
  readonly recordedAt: string
  readonly device: string
}

/** The indicators that are collected in a workshop, each with the latest round that it is collected for. */
export function getAllCollected(
  store: ReadableStore,
  workshop: string,
): readonly Pick<CollectedRecord, 'indicator' | 'round'>[] {
  return store
    .prepare<{ workshop: string }, Pick<CollectedRecord, 'indicator' | 'round'>>(
      `SELECT indicator, max(round) AS round FROM current_collected
       WHERE workshop = @workshop AND collected = 1 GROUP BY indicator ORDER BY min(id)`,
    )
    .all({ workshop })
}

/** The ids of the current records about an indicator in a workshop: more than one if laptops disagree. */
export function getCurrentCollectedIds(
  store: ReadableStore,
  { workshop, indicator }: Pick<CollectedRecord, 'workshop' | 'indicator'>,
): readonly string[] {
  return store
    .prepare<{ workshop: string; indicator: string }, { readonly id: string }>(
      `SELECT id FROM current_collected
       WHERE workshop = @workshop AND indicator = @indicator ORDER BY id`,
    )
    .all({ workshop, indicator })
    .map(({ id }) => id)
}

/** Stores a record that an indicator is collected, or is not after all. */
export function appendCollected(store: WritableStore, record: CollectedRecord): void {
  store
    .prepare(
      `INSERT INTO collected_record
         (id, workshop, indicator, round, collected, recorded_at, device)
       VALUES (@id, @workshop, @indicator, @round, @collected, @recordedAt, @device)`,
    )
    .run({ ...record, collected: record.collected ? 1 : 0 })
}
