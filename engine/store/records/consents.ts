import type { Information } from '../../../shared/model/consent.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A text that tells people what the study is; an empty one takes earlier ones away. */
export interface InformationRecord extends Information {
  readonly device: string
}

/** That a participant agreed to take part, and to which text. */
export interface ConsentRecord {
  readonly id: string
  readonly participant: string
  /** The id of the text. */
  readonly information: string
  readonly recordedAt: string
  readonly device: string
}

/** The texts that nothing superseded, in the order of their making; more than one if laptops wrote their own. */
export function getCurrentInformation(store: ReadableStore): readonly InformationRecord[] {
  return store
    .prepare<Record<string, never>, InformationRecord>(
      `SELECT id, title, text, recorded_at AS recordedAt, device FROM information_record AS i
       WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = i.id) ORDER BY id`,
    )
    .all({})
}

/** Every text that the study ever had, in the order of their making. */
export function getAllInformation(store: ReadableStore): readonly InformationRecord[] {
  return store
    .prepare<Record<string, never>, InformationRecord>(
      `SELECT id, title, text, recorded_at AS recordedAt, device FROM information_record
       WHERE text <> '' ORDER BY id`,
    )
    .all({})
}

/** Stores a text. */
export function appendInformation(store: WritableStore, record: InformationRecord): void {
  store
    .prepare<InformationRecord>(
      `INSERT INTO information_record (id, title, text, recorded_at, device)
       VALUES (@id, @title, @text, @recordedAt, @device)`,
    )
    .run(record)
}

/** Every agreement, in the order of their making. */
export function getAllConsents(store: ReadableStore): readonly ConsentRecord[] {
  return store
    .prepare<Record<string, never>, ConsentRecord>(
      `SELECT id, participant, information, recorded_at AS recordedAt, device
       FROM consent_record ORDER BY id`,
    )
    .all({})
}

/** Stores an agreement. */
export function appendConsent(store: WritableStore, record: ConsentRecord): void {
  store
    .prepare<ConsentRecord>(
      `INSERT INTO consent_record (id, participant, information, recorded_at, device)
       VALUES (@id, @participant, @information, @recordedAt, @device)`,
    )
    .run(record)
}
