import type { Answer } from '../../shared/model/rating.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { Entry } from './ratings.ts'
import type { ReadableStore } from './store.ts'

/** A current rating beside which there is another one of its key. */
export interface ConflictingRating {
  readonly id: string
  readonly participant: string
  readonly indicator: string
  readonly criterion: Criterion
  readonly round: number
  readonly answer: Answer['kind']
  readonly level: number | null
  readonly comment: string
  readonly entry: Entry
  readonly recordedAt: string
  readonly device: string
  /** The package that brought it; null for one that was recorded here. */
  readonly package: number | null
}

/**
 * Every current rating of a key that has more than one, key by key. The keys with more than one record are
 * found first, in one pass over their index: few of them have been superseded.
 */
export function iterateConflictingRatings(
  store: ReadableStore,
): IterableIterator<ConflictingRating> {
  return store
    .prepare<Record<string, never>, ConflictingRating>(
      `WITH repeated AS MATERIALIZED (
         SELECT indicator, criterion, round, participant FROM rating
         GROUP BY indicator, criterion, round, participant HAVING count(*) > 1),
       disputed AS MATERIALIZED (
         SELECT r.indicator, r.criterion, r.round, r.participant
         FROM repeated AS k CROSS JOIN current_rating AS r
           ON r.indicator = k.indicator AND r.criterion = k.criterion AND r.round = k.round
             AND r.participant = k.participant
         GROUP BY r.indicator, r.criterion, r.round, r.participant HAVING count(*) > 1)
       SELECT r.id, r.participant, r.indicator, r.criterion, r.round, r.answer, r.level, r.comment,
         r.entry, r.recorded_at AS recordedAt, r.device, r.package
       FROM disputed AS k CROSS JOIN current_rating AS r
         ON r.indicator = k.indicator AND r.criterion = k.criterion AND r.round = k.round
           AND r.participant = k.participant
       ORDER BY r.participant, r.indicator, r.criterion, r.round, r.id`,
    )
    .iterate({})
}
