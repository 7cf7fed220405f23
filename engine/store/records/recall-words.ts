import type { ReadableStore, WritableStore } from '../store.ts'

/** The hash of the four words of a participant. */
export interface RecallWordsRecord {
  readonly id: string
  readonly participant: string
  readonly hash: string
  readonly recordedAt: string
  readonly device: string
}

const CURRENT = 'NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = recall_words.id)'

/** Stores the hash of the four words of a participant. */
export function appendRecallWords(store: WritableStore, record: RecallWordsRecord): void {
  store
    .prepare<RecallWordsRecord>(
      `INSERT INTO recall_words (id, participant, hash, recorded_at, device)
       VALUES (@id, @participant, @hash, @recordedAt, @device)`,
    )
    .run(record)
}

/** The ids of the current words of a participant: more than one if two laptops replaced them. */
export function getCurrentRecallWordsIds(
  store: ReadableStore,
  participant: string,
): readonly string[] {
  return store
    .prepare<{ participant: string }, { readonly id: string }>(
      `SELECT id FROM recall_words WHERE participant = @participant AND ${CURRENT} ORDER BY id`,
    )
    .all({ participant })
    .map(({ id }) => id)
}

/** The participants whose current words have this hash: one, or none. */
export function getAllWithRecallWords(store: ReadableStore, hash: string): readonly string[] {
  return store
    .prepare<{ hash: string }, { readonly participant: string }>(
      `SELECT DISTINCT participant FROM recall_words WHERE hash = @hash AND ${CURRENT}`,
    )
    .all({ hash })
    .map(({ participant }) => participant)
}

/** Tests whether a participant was ever given words that are their own secret. */
export function hasRecallWords(store: ReadableStore, participant: string): boolean {
  return (
    store
      .prepare<{ participant: string }>(
        'SELECT 1 FROM recall_words WHERE participant = @participant LIMIT 1',
      )
      .get({ participant }) !== undefined
  )
}

/** Keeps what the first word of a participant is compared with, on this laptop alone. */
export function putFirstWord(
  store: WritableStore,
  row: { readonly participant: string; readonly kept: string },
): void {
  store
    .prepare<typeof row>(
      `INSERT INTO first_word (participant, kept) VALUES (@participant, @kept)
       ON CONFLICT (participant) DO UPDATE SET kept = excluded.kept`,
    )
    .run(row)
}

/** The value that the first word of a participant is compared with; undefined if they are not at this laptop. */
export function getFirstWord(store: ReadableStore, participant: string): string | undefined {
  return store
    .prepare<{ participant: string }, { readonly kept: string }>(
      `SELECT kept FROM first_word WHERE participant = @participant
       UNION ALL SELECT first_word FROM start WHERE participant = @participant`,
    )
    .get({ participant })?.kept
}

/** Erases what the first word of a participant is compared with. */
export function eraseFirstWord(store: WritableStore, participant: string): void {
  store
    .prepare<{ participant: string }>('DELETE FROM first_word WHERE participant = @participant')
    .run({ participant })
}
