import type { KnownParticipant, PersonalRecords } from '../../../shared/model/workshop.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

const KNOWN = `SELECT p.participant AS id, p.code, p.stakeholder_group AS "group", p.workshop,
    w.title AS workshopTitle
  FROM participant AS p JOIN workshop AS w ON w.workshop = p.workshop`

/** A participant as the store knows them: not by the name, which takes all others to tell. */
export type UnnamedParticipant = Omit<KnownParticipant, 'name'>

/** A participant's code, and the device on which they joined. */
export interface CodedParticipant {
  readonly id: string
  readonly code: string
  readonly device: string
}

/** The codes of all participants, in the order in which they joined. */
export function getAllCodes(store: ReadableStore): readonly CodedParticipant[] {
  return store
    .prepare<Record<string, never>, CodedParticipant>(
      `SELECT p.participant AS id, p.code, joined.device FROM participant AS p
       JOIN participant_record AS joined ON joined.id = p.participant ORDER BY p.participant`,
    )
    .all({})
}

/** Every participant of the workbook, by workshop and in the order in which they joined. */
export function getAllKnownParticipants(store: ReadableStore): readonly UnnamedParticipant[] {
  return store
    .prepare<Record<string, never>, UnnamedParticipant>(
      `${KNOWN} ORDER BY w.date, p.workshop, p.participant`,
    )
    .all({})
}

/** The participants who are the same person as this one, itself included, in the order in which they joined. */
export function getAllOfPerson(
  store: ReadableStore,
  participant: string,
): readonly UnnamedParticipant[] {
  return store
    .prepare<{ participant: string }, UnnamedParticipant>(
      `${KNOWN} WHERE p.participant = @participant OR p.participant IN (
         SELECT mine.participant FROM linked_person AS mine
         JOIN linked_person AS theirs ON theirs.person = mine.person
         WHERE theirs.participant = @participant)
       ORDER BY p.participant`,
    )
    .all({ participant })
}

/** The ratings of a participant, superseded ones included: how many, and when. */
export interface RatedWhen {
  readonly ratings: number
  readonly from: string | null
  readonly to: string | null
}

/** Says when a participant rated, and how much. */
export function getRatedWhen(store: ReadableStore, participant: string): RatedWhen {
  const row = store
    .prepare<{ participant: string }, RatedWhen>(
      `SELECT count(*) AS ratings, min(recorded_at) AS "from", max(recorded_at) AS "to"
       FROM rating WHERE participant = @participant`,
    )
    .get({ participant })
  return row ?? { ratings: 0, from: null, to: null }
}

/** Counts the records of these participants, superseded ones included. */
export function countPersonalRecords(
  store: ReadableStore,
  participants: readonly string[],
): PersonalRecords {
  const among = 'participant IN (SELECT value FROM json_each(@participants))'
  const row = store
    .prepare<{ participants: string }, PersonalRecords>(
      `SELECT
         (SELECT count(*) FROM rating WHERE ${among}) AS ratings,
         (SELECT count(*) FROM rating WHERE ${among} AND comment <> '')
           + (SELECT count(*) FROM comment_record WHERE ${among} AND text <> '') AS comments,
         (SELECT count(*) FROM suggestion WHERE ${among}) AS suggestions,
         (SELECT count(*) FROM comment_tag WHERE ${among}) AS tags,
         (SELECT count(*) FROM settlement WHERE ${among}) AS settlements,
         (SELECT count(*) FROM person_round WHERE ${among}) AS standings,
         (SELECT count(*) FROM participant_record WHERE ${among}) AS descriptions`,
    )
    .get({ participants: JSON.stringify(participants) })
  if (!row) throw new Error('A query that counts returned no row.')
  return row
}

/** A decision that two participants are one person or, with `linked` false, that they are not. */
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

/** The links that nobody took back. */
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

/** The participants of the same workshop who are the same person as this one, this one first. */
export function getLinkedInWorkshop(store: ReadableStore, participant: string): readonly string[] {
  const others = store
    .prepare<{ participant: string }, { readonly participant: string }>(
      `SELECT theirs.participant FROM linked_person AS mine
       JOIN linked_person AS theirs ON theirs.person = mine.person
       JOIN participant AS p ON p.participant = theirs.participant
       WHERE mine.participant = @participant AND theirs.participant <> @participant
         AND p.workshop = (SELECT workshop FROM participant WHERE participant = @participant)
       ORDER BY theirs.participant`,
    )
    .all({ participant })
  return [participant, ...others.map(other => other.participant)]
}

/** The linked participants, each with the id of the first of those who are the same person. */
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
