import type { Release } from '../../../shared/model/exports.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A record of what an export told everybody; `content` is JSON, which `engine/exports/release` reads and writes. */
export interface GivenOut {
  readonly id: string
  readonly release: Exclude<Release, 'research'>
  /** The number of people below which it told nothing. */
  readonly under: number
  readonly content: string
  readonly recordedAt: string
}

/** Everything that was given out from this workbook, the first one first. */
export function getAllGivenOut(store: ReadableStore): readonly GivenOut[] {
  return store
    .prepare<Record<string, never>, GivenOut>(
      `SELECT id, release, under, content, recorded_at AS recordedAt FROM given_out ORDER BY id`,
    )
    .all({})
}

/** Stores a record of what is given out. */
export function appendGivenOut(store: WritableStore, record: GivenOut): void {
  store
    .prepare<GivenOut>(
      `INSERT INTO given_out (id, release, under, content, recorded_at)
       VALUES (@id, @release, @under, @content, @recordedAt)`,
    )
    .run(record)
}

/** The ids of the comments and suggestions that a person has read and lets out. */
export function getReleasedWords(store: ReadableStore): ReadonlySet<string> {
  const rows = store
    .prepare<Record<string, never>, { readonly record: string }>(
      'SELECT record FROM released_words',
    )
    .all({})
  return new Set(rows.map(({ record }) => record))
}

/** Tests whether a comment stands, as its writer left it. */
export function isCurrentComment(store: ReadableStore, id: string): boolean {
  return (
    store
      .prepare<{ id: string }>(`SELECT 1 FROM current_comment WHERE id = @id AND text <> ''`)
      .get({ id }) !== undefined
  )
}

/** Lets words out, or keeps them in again. */
export function setReleasedWords(
  store: WritableStore,
  asked: { readonly record: string; readonly released: boolean; readonly recordedAt: string },
): void {
  const { record, released, recordedAt } = asked
  if (released) {
    store
      .prepare<{ record: string; recordedAt: string }>(
        `INSERT INTO released_words (record, recorded_at) VALUES (@record, @recordedAt)
         ON CONFLICT DO NOTHING`,
      )
      .run({ record, recordedAt })
    return
  }
  store
    .prepare<{ record: string }>('DELETE FROM released_words WHERE record = @record')
    .run({ record })
}
