import type { CountedHands, HandsQuestion, HandsRoom } from '../../../shared/model/hands.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** The hands that a group showed for one question, as somebody counted them. */
export interface HandsRecord extends HandsRoom, HandsQuestion, CountedHands {
  readonly id: string
  readonly framework: string
  /** The people of the group in the room; 0 takes the line back. */
  readonly present: number
  readonly wording: Wording
  readonly by: string
  readonly recordedAt: string
  readonly device: string
}

type HandsRow = Omit<HandsRecord, 'counts'> & { readonly counts: string }

/** The selection of counts that are read. */
interface HandsScope {
  readonly workshops: readonly string[]
  readonly round?: number
}

/**
 * The counts that stand in these workshops, in one round or in all, in the order of their making: several for one line
 * where laptops counted it both.
 */
export function getAllHands(
  store: ReadableStore,
  { workshops, round }: HandsScope,
): readonly HandsRecord[] {
  return store
    .prepare<{ workshops: string; round: number | null }, HandsRow>(
      `SELECT id, workshop, stakeholder_group AS "group", round, framework, indicator, criterion, counts,
         dont_know AS dontKnow, not_applicable AS notApplicable, present, wording, keyed_by AS by,
         recorded_at AS recordedAt, device
       FROM current_hands WHERE workshop IN (SELECT value FROM json_each(@workshops))
         AND (@round IS NULL OR round = @round) ORDER BY recorded_at, id`,
    )
    .all({ workshops: JSON.stringify(workshops), round: round ?? null })
    .map(row => ({ ...row, counts: JSON.parse(row.counts) as number[] }))
}

/** Tests whether hands were ever counted in a workbook. */
export const hasHands = (store: ReadableStore): boolean =>
  store.prepare<Record<string, never>>('SELECT 1 FROM hands_record LIMIT 1').get({}) !== undefined

/** Stores counts. */
export function appendHands(store: WritableStore, record: HandsRecord): void {
  store
    .prepare<HandsRow>(
      `INSERT INTO hands_record
         (id, workshop, stakeholder_group, round, framework, indicator, criterion, counts, dont_know,
          not_applicable, present, wording, keyed_by, recorded_at, device)
       VALUES (@id, @workshop, @group, @round, @framework, @indicator, @criterion, @counts, @dontKnow,
         @notApplicable, @present, @wording, @by, @recordedAt, @device)`,
    )
    .run({ ...record, counts: JSON.stringify(record.counts) })
}
