import type { HistoryStep, RatingBehind } from '../../shared/model/provenance.ts'
import type { ResultsScope } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { WorkbookError } from '../errors.ts'
import { type RatedWorkbook, ratingBasis } from '../results/rating-basis.ts'
import { getAllRatingsBehind, getAllRatingsOfKey } from '../store/provenance.ts'
import { getRating } from '../store/ratings.ts'
import { getAllSettlementsOfKey } from '../store/settlements.ts'
import type { ReadableStore } from '../store/store.ts'

/** Whose figures are asked about: one criterion of one indicator in a scope of results. */
export type BehindWhat = ResultsScope & {
  readonly indicator: string
  readonly criterion: Criterion
}

/**
 * The ratings that the figures of an indicator rest on, each with where it came from. The sides of a
 * conflict are listed and marked, because they are not counted until somebody settles it. Throws
 * UNKNOWN_WORKSHOP.
 */
export function ratingsBehind(
  workbook: RatedWorkbook,
  { indicator, criterion, ...scope }: BehindWhat,
): readonly RatingBehind[] {
  const { people } = ratingBasis(workbook, scope)
  const personOf = new Map(
    people.flatMap(({ id, also = [] }) => [id, ...also].map(each => [each, id] as const)),
  )
  const ratings = getAllRatingsBehind(workbook.store, {
    ...{ indicator, criterion, round: scope.round },
    participants: [...personOf.keys()],
  }).filter(({ wording }) => scope.wording === undefined || wording === scope.wording)
  const found = new Map<string, number>()
  for (const { participant } of ratings) {
    const person = personOf.get(participant) ?? participant
    found.set(person, (found.get(person) ?? 0) + 1)
  }
  return ratings.map(({ participant, ...rating }) => ({
    ...rating,
    counts: found.get(personOf.get(participant) ?? participant) === 1,
  }))
}

/**
 * Everything that was recorded about the answer that a rating belongs to: each rating of it and each
 * settlement, in the order in which they were made. Throws UNKNOWN_RATING.
 */
export function historyOf(store: ReadableStore, rating: string): readonly HistoryStep[] {
  const known = getRating(store, rating)
  if (!known) throw new WorkbookError('UNKNOWN_RATING', { rating })
  const { participant, indicator, criterion, round } = known
  const key = { participant, indicator, criterion, round }
  const rated = getAllRatingsOfKey(store, key).map(({ current, ...each }) => ({
    id: each.id,
    step: { kind: 'rated', rating: each, current } as const,
  }))
  const settled = getAllSettlementsOfKey(store, key).map(({ id, ...each }) => ({
    id,
    step: {
      kind: 'settled',
      ...{ chosen: each.chosen, rule: each.rule },
      ...{ recordedAt: each.recordedAt, device: each.device },
    } as const,
  }))
  // An id begins with the moment at which it was made.
  return [...rated, ...settled].toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ step }) => step)
}
