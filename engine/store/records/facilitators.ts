import type { ReadableStore, WritableStore } from '../store.ts'
import type { RoundKey } from './rounds.ts'

/** A note of who facilitated a round; an empty text takes an earlier one back. */
export interface FacilitatorsRecord extends RoundKey {
  readonly id: string
  readonly text: string
  readonly recordedAt: string
  readonly device: string
}

/** The current notes about a workshop, by round and in the order of their making: two for one round where laptops differ. */
export function getCurrentFacilitators(
  store: ReadableStore,
  workshop: string,
): readonly Pick<FacilitatorsRecord, 'id' | 'round' | 'text'>[] {
  return store
    .prepare<{ workshop: string }, Pick<FacilitatorsRecord, 'id' | 'round' | 'text'>>(
      `SELECT id, round, text FROM current_facilitators WHERE workshop = @workshop
       ORDER BY round, id`,
    )
    .all({ workshop })
}

/** Stores a note of who facilitated a round. */
export function appendFacilitators(store: WritableStore, record: FacilitatorsRecord): void {
  store
    .prepare<FacilitatorsRecord>(
      `INSERT INTO facilitators_record (id, workshop, round, text, recorded_at, device)
       VALUES (@id, @workshop, @round, @text, @recordedAt, @device)`,
    )
    .run(record)
}
