import type { ReadableStore, WritableStore } from './store.ts'

/** A person's decision that two participants are one, or with `linked` false that they are not. */
export interface ParticipantLinkRecord {
  readonly id: string
  /** The two participants, the smaller id first. */
  readonly one: string
  readonly other: string
  readonly linked: boolean
  readonly recordedAt: string
  readonly device: string
}

type Row = Omit<ParticipantLinkRecord, 'linked'> & { readonly linked: number }

const COLUMNS = `id, one, other, linked, recorded_at AS recordedAt, device`

/** The links that hold: what nobody took back. */
export function getAllLinks(store: ReadableStore): readonly ParticipantLinkRecord[] {
  return store
    .prepare<Record<string, never>, Row>(
      `SELECT ${COLUMNS} FROM participant_link
       WHERE linked = 1
         AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = participant_link.id)
       ORDER BY id`,
    )
    .all({})
    .map(row => ({ ...row, linked: row.linked === 1 }))
}

/** Everyone who is linked, with the first of those they are one with. */
export function getLinkedPeople(store: ReadableStore): ReadonlyMap<string, string> {
  const rows = store
    .prepare<Record<string, never>, { readonly participant: string; readonly person: string }>(
      'SELECT participant, person FROM linked_person',
    )
    .all({})
  return new Map(rows.map(({ participant, person }) => [participant, person]))
}

/** Stores a decision about two participants. */
export function appendLink(store: WritableStore, record: ParticipantLinkRecord): void {
  store
    .prepare<Row>(
      `INSERT INTO participant_link (id, one, other, linked, recorded_at, device)
       VALUES (@id, @one, @other, @linked, @recordedAt, @device)`,
    )
    .run({ ...record, linked: record.linked ? 1 : 0 })
}
