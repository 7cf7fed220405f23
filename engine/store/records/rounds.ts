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

/** Counts the participants of a workshop who have answered anything, for each round. */
export function countAnswering(
  store: ReadableStore,
  workshop: string,
): readonly { readonly round: number; readonly count: number }[] {
  return store
    .prepare<{ workshop: string }, { readonly round: number; readonly count: number }>(
      `SELECT r.round, count(DISTINCT r.participant) AS count
       FROM participant AS p CROSS JOIN rating AS r ON r.participant = p.participant
       WHERE p.workshop = @workshop GROUP BY r.round ORDER BY r.round`,
    )
    .all({ workshop })
}

/** Tests whether any participant of a workshop has rated one of these indicators in a round. */
export function hasRatings(
  store: ReadableStore,
  scope: {
    readonly workshop: string
    readonly round: number
    readonly indicators: readonly string[]
  },
): boolean {
  return (
    store
      .prepare<{ workshop: string; round: number; indicators: string }>(
        `SELECT 1 FROM participant AS p
         CROSS JOIN rating AS r ON r.participant = p.participant AND r.round = @round
         WHERE p.workshop = @workshop
           AND r.indicator IN (SELECT value FROM json_each(@indicators)) LIMIT 1`,
      )
      .get({ ...scope, indicators: JSON.stringify(scope.indicators) }) !== undefined
  )
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
