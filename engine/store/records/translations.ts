import type { Translation } from '../../../shared/model/translations/translation.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** The words of an indicator of a framework version in another language. */
export interface TranslationRecord extends Translation {
  /** The framework version whose words they translate. */
  readonly framework: string
  readonly fileName: string
  readonly recordedAt: string
  readonly device: string
}

type Row = Omit<TranslationRecord, 'texts'> & { readonly texts: string }

const COLUMNS = `id, framework, indicator, language, texts, file_name AS fileName,
  recorded_at AS recordedAt, device`

const fromRow = (row: Row): TranslationRecord => ({
  ...row,
  texts: JSON.parse(row.texts) as Translation['texts'],
})

/** The translations that nothing superseded, in the order of their making; several of an indicator if laptops loaded their own. */
export function getCurrentTranslations(store: ReadableStore): readonly TranslationRecord[] {
  return store
    .prepare<Record<string, never>, Row>(
      `SELECT ${COLUMNS} FROM translation_record AS t
       WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = t.id) ORDER BY id`,
    )
    .all({})
    .map(fromRow)
}

/** Every translation, in the order of their making. */
export function getAllTranslations(store: ReadableStore): readonly TranslationRecord[] {
  return store
    .prepare<Record<string, never>, Row>(`SELECT ${COLUMNS} FROM translation_record ORDER BY id`)
    .all({})
    .map(fromRow)
}

/** Stores a translation. */
export function appendTranslation(store: WritableStore, record: TranslationRecord): void {
  store
    .prepare<Row>(
      `INSERT INTO translation_record
         (id, framework, indicator, language, texts, file_name, recorded_at, device)
       VALUES (@id, @framework, @indicator, @language, @texts, @fileName, @recordedAt, @device)`,
    )
    .run({ ...record, texts: JSON.stringify(record.texts) })
}

/** A record of what somebody said, and the translation that was on screen. */
export interface ShownTranslation {
  readonly said: string
  readonly translation: string
}

/** That a person said things on screens that showed translated words. */
export interface ShownRecord {
  readonly id: string
  readonly participant: string
  readonly round: number
  readonly shown: readonly ShownTranslation[]
  readonly recordedAt: string
  readonly device: string
}

type ShownRow = Omit<ShownRecord, 'shown'> & { readonly shown: string }

/** Every such record, in the order of their making. */
export function getAllShown(store: ReadableStore): readonly ShownRecord[] {
  return store
    .prepare<Record<string, never>, ShownRow>(
      `SELECT id, participant, round, shown, recorded_at AS recordedAt, device
       FROM translation_shown ORDER BY id`,
    )
    .all({})
    .map(row => ({ ...row, shown: JSON.parse(row.shown) as readonly ShownTranslation[] }))
}

/** Stores which translations were on screen where something was said. */
export function appendShown(store: WritableStore, record: ShownRecord): void {
  store
    .prepare<ShownRow>(
      `INSERT INTO translation_shown (id, participant, round, shown, recorded_at, device)
       VALUES (@id, @participant, @round, @shown, @recordedAt, @device)`,
    )
    .run({ ...record, shown: JSON.stringify(record.shown) })
}
