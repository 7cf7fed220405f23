import type { SettledBy } from '../../shared/model/conflict.ts'
import type { RatingKey } from '../../shared/model/rating.ts'
import type { ReadableStore, WritableStore } from './store.ts'

/** A choice between the sides of a conflict; without a `chosen` it takes earlier ones back. */
export interface SettlementRecord extends RatingKey {
  readonly id: string
  /** The id of the rating that was chosen. */
  readonly chosen: string | null
  readonly rule: SettledBy
  readonly recordedAt: string
  readonly device: string
}

const COLUMNS = `id, participant, indicator, criterion, round, chosen, rule,
  recorded_at AS recordedAt, device`

const IN_FORCE = `NOT EXISTS (SELECT 1 FROM lapsed_settlement AS l WHERE l.id = settlement.id)`

/** One settlement that holds. */
export function getSettlementInForce(
  store: ReadableStore,
  id: string,
): SettlementRecord | undefined {
  return store
    .prepare<{ id: string }, SettlementRecord>(
      `SELECT ${COLUMNS} FROM settlement WHERE id = @id AND ${IN_FORCE}`,
    )
    .get({ id })
}

/** Every settlement that holds, the latest first. */
export function getAllSettlementsInForce(store: ReadableStore): readonly SettlementRecord[] {
  return store
    .prepare<Record<string, never>, SettlementRecord>(
      `SELECT ${COLUMNS} FROM settlement WHERE ${IN_FORCE} ORDER BY id DESC`,
    )
    .all({})
}

/** The settlements in force that chose this rating: more than one where two people agreed. */
export function getSettlementIdsFor(store: ReadableStore, chosen: string): readonly string[] {
  return store
    .prepare<{ chosen: string }, { readonly id: string }>(
      `SELECT id FROM settlement WHERE chosen = @chosen AND ${IN_FORCE} ORDER BY id`,
    )
    .all({ chosen })
    .map(({ id }) => id)
}

/** Every settlement about one key, those that were taken back too, in the order in which they were made. */
export function getAllSettlementsOfKey(
  store: ReadableStore,
  key: RatingKey,
): readonly SettlementRecord[] {
  return store
    .prepare<RatingKey, SettlementRecord>(
      `SELECT ${COLUMNS} FROM settlement WHERE indicator = @indicator AND criterion = @criterion
       AND round = @round AND participant = @participant ORDER BY id`,
    )
    .all(key)
}

/** Stores a settlement. What it sets aside is said by supersessions. */
export function appendSettlement(store: WritableStore, record: SettlementRecord): void {
  store
    .prepare<SettlementRecord>(
      `INSERT INTO settlement
         (id, participant, indicator, criterion, round, chosen, rule, recorded_at, device)
       VALUES (@id, @participant, @indicator, @criterion, @round, @chosen, @rule, @recordedAt, @device)`,
    )
    .run(record)
}
