import type { ReadableStore, WritableStore } from '../store.ts'

/** That a person said something on screens in another language than English. */
export interface LanguageRecord {
  readonly id: string
  readonly participant: string
  readonly round: number
  /** The language by its code (ISO 639). */
  readonly language: string
  /** The ids of the answers, comments and suggestions. */
  readonly said: readonly string[]
  readonly recordedAt: string
  readonly device: string
}

type Row = Omit<LanguageRecord, 'said'> & { readonly said: string }

/** Every such record, in the order of their making. */
export function getAllLanguages(store: ReadableStore): readonly LanguageRecord[] {
  return store
    .prepare<Record<string, never>, Row>(
      `SELECT id, participant, round, language, said, recorded_at AS recordedAt, device
       FROM language_record ORDER BY id`,
    )
    .all({})
    .map(row => ({ ...row, said: JSON.parse(row.said) as readonly string[] }))
}

/** Stores in which language something was said. */
export function appendLanguage(store: WritableStore, record: LanguageRecord): void {
  store
    .prepare<Row>(
      `INSERT INTO language_record (id, participant, round, language, said, recorded_at, device)
       VALUES (@id, @participant, @round, @language, @said, @recordedAt, @device)`,
    )
    .run({ ...record, said: JSON.stringify(record.said) })
}
