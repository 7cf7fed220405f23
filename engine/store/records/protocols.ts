import type { Sequence } from '../../../shared/model/protocol.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A record of what a group of a workshop is asked. */
export interface GroupIndicatorsRecord {
  readonly id: string
  readonly workshop: string
  readonly group: string
  /** The ids of the indicators; null for all. */
  readonly indicators: readonly string[] | null
  readonly recordedAt: string
  readonly device: string
}

type GroupIndicatorsRow = Omit<GroupIndicatorsRecord, 'indicators'> & {
  readonly indicators: string | null
}

/** The records of what the groups of a workshop are asked that nothing superseded, in the order of their making. */
export function getAllGroupIndicators(
  store: ReadableStore,
  workshop: string,
): readonly GroupIndicatorsRecord[] {
  return store
    .prepare<{ workshop: string }, GroupIndicatorsRow>(
      `SELECT id, workshop, stakeholder_group AS "group", indicators, recorded_at AS recordedAt, device
       FROM group_indicators WHERE workshop = @workshop ORDER BY id`,
    )
    .all({ workshop })
    .map(({ indicators, ...row }) => ({
      ...row,
      indicators: indicators === null ? null : (JSON.parse(indicators) as string[]),
    }))
}

/** Stores what a group of a workshop is asked. */
export function appendGroupIndicators(store: WritableStore, record: GroupIndicatorsRecord): void {
  store
    .prepare<GroupIndicatorsRow>(
      `INSERT INTO group_indicators_record (id, workshop, stakeholder_group, indicators, recorded_at, device)
       VALUES (@id, @workshop, @group, @indicators, @recordedAt, @device)`,
    )
    .run({ ...record, indicators: record.indicators && JSON.stringify(record.indicators) })
}

/** A record of the way in which a workshop asks. */
export interface ProtocolRecord {
  readonly id: string
  readonly workshop: string
  readonly sequence: Sequence
  /** Empty for the order of the framework. */
  readonly seed: string
  readonly wordings: readonly Wording[]
  readonly minutes: number | null
  readonly recordedAt: string
  readonly device: string
}

type ProtocolRow = Omit<ProtocolRecord, 'wordings'> & { readonly wordings: string }

/** The protocols of a workshop that nothing superseded, in the order of their making; two where teams differ. */
export function getAllProtocols(store: ReadableStore, workshop: string): readonly ProtocolRecord[] {
  return store
    .prepare<{ workshop: string }, ProtocolRow>(
      `SELECT id, workshop, sequence, seed, wordings, minutes, recorded_at AS recordedAt, device
       FROM workshop_protocol WHERE workshop = @workshop ORDER BY id`,
    )
    .all({ workshop })
    .map(({ wordings, ...row }) => ({ ...row, wordings: JSON.parse(wordings) as Wording[] }))
}

/** Stores the way in which a workshop asks. */
export function appendProtocol(store: WritableStore, record: ProtocolRecord): void {
  store
    .prepare<ProtocolRow>(
      `INSERT INTO workshop_protocol_record
         (id, workshop, sequence, seed, wordings, minutes, recorded_at, device)
       VALUES (@id, @workshop, @sequence, @seed, @wordings, @minutes, @recordedAt, @device)`,
    )
    .run({ ...record, wordings: JSON.stringify(record.wordings) })
}

/** Tests whether a workbook ever had a protocol. */
export const hasProtocols = (store: ReadableStore): boolean =>
  store
    .prepare<Record<string, never>>(
      `SELECT 1 FROM group_indicators_record UNION ALL SELECT 1 FROM workshop_protocol_record LIMIT 1`,
    )
    .get({}) !== undefined
