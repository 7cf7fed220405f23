import type { MarkedStanding } from '../../../shared/model/workshop.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/**
 * A record that opens a round in a workshop: `id` is its own id, `opening` that of the first record about it.
 */
export interface RoundRecord {
  readonly id: string
  readonly opening: string
  readonly workshop: string
  readonly round: number
  /** The indicators to rate; null for all. */
  readonly indicators: readonly string[] | null
  readonly takenBack: boolean
  readonly recordedAt: string
  readonly device: string
}

type RoundRow = Omit<RoundRecord, 'indicators' | 'takenBack'> & {
  readonly indicators: string | null
}

const fromRow = (row: RoundRow): RoundRecord => ({
  ...row,
  indicators: row.indicators === null ? null : (JSON.parse(row.indicators) as string[]),
  takenBack: false,
})

/** The openings of a workshop's rounds that were not taken back, by round and in the order of their making. */
export function getAllOpenings(store: ReadableStore, workshop: string): readonly RoundRecord[] {
  return store
    .prepare<{ workshop: string }, RoundRow>(
      `SELECT id, opening, workshop, round, indicators, recorded_at AS recordedAt, device
       FROM opened_round WHERE workshop = @workshop ORDER BY round, id`,
    )
    .all({ workshop })
    .map(fromRow)
}

/**
 * Counts the participants of a workshop who have answered anything, for each round, also in a turn that is still
 * open.
 */
export function countAnswering(
  store: ReadableStore,
  workshop: string,
): readonly { readonly round: number; readonly count: number }[] {
  return store
    .prepare<{ workshop: string }, { readonly round: number; readonly count: number }>(
      `SELECT round, count(DISTINCT participant) AS count FROM (
         SELECT r.round, r.participant
         FROM counted_participant AS p CROSS JOIN rating AS r ON r.participant = p.participant
         WHERE p.workshop = @workshop
         UNION ALL SELECT t.round, t.participant
         FROM turn AS t CROSS JOIN draft AS d ON d.turn = t.id AND d.part = 'answer'
         JOIN counted_participant AS p ON p.participant = t.participant
         WHERE t.ended IS NULL AND p.workshop = @workshop)
       GROUP BY round ORDER BY round`,
    )
    .all({ workshop })
}

/** Stores a record that a round was opened or taken back. */
export function appendRoundRecord(store: WritableStore, record: RoundRecord): void {
  store
    .prepare(
      `INSERT INTO round_record (id, opening, workshop, round, indicators, taken_back, recorded_at,
         device)
       VALUES (@id, @opening, @workshop, @round, @indicators, @takenBack, @recordedAt, @device)`,
    )
    .run({
      ...record,
      indicators: record.indicators && JSON.stringify(record.indicators),
      takenBack: record.takenBack ? 1 : 0,
    })
}

/** A round of one workshop. */
export interface RoundKey {
  readonly workshop: string
  readonly round: number
}

/** A record that a round was closed, or opened again. */
export interface RoundStateRecord extends RoundKey {
  readonly id: string
  readonly closed: boolean
  readonly recordedAt: string
  readonly device: string
}

/** The rounds of a workshop that are closed. */
export function getClosedRounds(store: ReadableStore, workshop: string): readonly number[] {
  return store
    .prepare<{ workshop: string }, { readonly round: number }>(
      'SELECT round FROM closed_round WHERE workshop = @workshop',
    )
    .all({ workshop })
    .map(({ round }) => round)
}

/** Tests whether a round of a workshop, or the latest that was opened in it, is closed. */
export function isRoundShut(store: ReadableStore, key: RoundKey): boolean {
  // Each answer asks this, and most workshops never closed a round.
  const wasClosed = store
    .prepare<{ workshop: string }>(
      'SELECT 1 FROM round_state WHERE workshop = @workshop AND closed = 1 LIMIT 1',
    )
    .get({ workshop: key.workshop })
  if (wasClosed === undefined) return false
  return (
    store
      .prepare<RoundKey>(
        `SELECT 1 FROM closed_round WHERE workshop = @workshop AND (round = @round OR round = (
           SELECT coalesce(max(round), 1) FROM opened_round WHERE workshop = @workshop)) LIMIT 1`,
      )
      .get({ workshop: key.workshop, round: key.round }) !== undefined
  )
}

/** The ids of the current records about whether a round is closed: more than one if laptops disagree. */
export function getCurrentStateIds(store: ReadableStore, key: RoundKey): readonly string[] {
  return store
    .prepare<RoundKey, { readonly id: string }>(
      `SELECT id FROM round_state WHERE workshop = @workshop AND round = @round
       AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = round_state.id) ORDER BY id`,
    )
    .all({ workshop: key.workshop, round: key.round })
    .map(({ id }) => id)
}

/** Stores a record that a round was closed, or opened again. */
export function appendRoundState(store: WritableStore, record: RoundStateRecord): void {
  store
    .prepare(
      `INSERT INTO round_state (id, workshop, round, closed, recorded_at, device)
       VALUES (@id, @workshop, @round, @closed, @recordedAt, @device)`,
    )
    .run({ ...record, closed: record.closed ? 1 : 0 })
}

/** The recorded standing of a person in a round. */
export interface PersonRound {
  readonly participant: string
  readonly round: number
  readonly standing: MarkedStanding
}

/** A record of a person's standing in a round. */
export interface PersonRoundRecord extends PersonRound {
  readonly id: string
  readonly recordedAt: string
  readonly device: string
}

/** The current standings of a workshop's people; two for one round where laptops disagree. */
export function getAllPersonRounds(store: ReadableStore, workshop: string): readonly PersonRound[] {
  return store
    .prepare<{ workshop: string }, PersonRound>(
      `SELECT m.participant, m.round, m.standing
       FROM participant AS p CROSS JOIN current_person_round AS m ON m.participant = p.participant
       WHERE p.workshop = @workshop ORDER BY m.id`,
    )
    .all({ workshop })
}

/** The current records of a person's standing in a round. */
export function getCurrentPersonRounds(
  store: ReadableStore,
  key: Omit<PersonRound, 'standing'>,
): readonly { readonly id: string; readonly standing: MarkedStanding }[] {
  return store
    .prepare<typeof key, { readonly id: string; readonly standing: MarkedStanding }>(
      `SELECT id, standing FROM current_person_round
       WHERE participant = @participant AND round = @round ORDER BY id`,
    )
    .all({ participant: key.participant, round: key.round })
}

/** Stores a record of a person's standing in a round. */
export function appendPersonRound(store: WritableStore, record: PersonRoundRecord): void {
  store
    .prepare<PersonRoundRecord>(
      `INSERT INTO person_round (id, participant, round, standing, recorded_at, device)
       VALUES (@id, @participant, @round, @standing, @recordedAt, @device)`,
    )
    .run(record)
}
