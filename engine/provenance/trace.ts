import type { HistoryStep, RatingBehind } from '../../shared/model/provenance.ts'
import type { ResultsScope } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { WorkbookError } from '../errors.ts'
import { readNames } from '../people/names.ts'
import { type RatedWorkbook, ratingBasis } from '../results/rating-basis.ts'
import { getAllResolutionsOfKey } from '../store/records/conflicts.ts'
import { getRating } from '../store/records/ratings.ts'
import {
  getAllCommentsBehind,
  getAllCommentsOfKey,
  getAllRatingsBehind,
  getAllRatingsOfKey,
} from '../store/reports/provenance.ts'
import type { ReadableStore } from '../store/store.ts'

/** The figures that are asked about: one criterion of one indicator in a scope of results. */
export type BehindWhat = ResultsScope & {
  readonly indicator: string
  readonly criterion: Criterion
}

/**
 * The ratings that the figures of an indicator rest on, each with where it came from. The sides of a
 * conflict are listed and those that do not count are marked, as the scope says what is counted until
 * somebody settles it. Throws UNKNOWN_WORKSHOP.
 */
export function ratingsBehind(
  workbook: RatedWorkbook,
  { indicator, criterion, ...scope }: BehindWhat,
): readonly RatingBehind[] {
  const { people } = ratingBasis(workbook, scope)
  const peopleByParticipant = new Map(
    people.flatMap(person => [person.id, ...(person.also ?? [])].map(id => [id, person] as const)),
  )
  const participants = [...peopleByParticipant.keys()]
  const question = { indicator, criterion, round: scope.round, participants }
  const ratings = getAllRatingsBehind(workbook.store, question).flatMap(rating => {
    const person = peopleByParticipant.get(rating.participant)
    return person ? [{ rating, person }] : []
  })
  const sides = new Map<string, TracedSide[]>()
  for (const { rating, person } of ratings) {
    const known = sides.get(person.id) ?? []
    sides.set(person.id, known)
    known.push(rating)
  }
  const comments = getAllCommentsBehind(workbook.store, question)
  const own = new Map(comments.map(({ id, text }) => [id, text]))
  const latest = new Map(comments.map(({ participant, text }) => [participant, text]))
  const standing = new Set([...sides.values()].map(each => countedId(each, scope)))
  const nameOf = readNames(workbook.store)
  return ratings
    .filter(({ rating }) => scope.wording === undefined || rating.wording === scope.wording)
    .map(({ rating, person }) => ({
      ...rating,
      name: nameOf({ id: rating.participant, code: rating.code }),
      // An older rating has the words that it said itself; others have those beside them.
      comment: own.get(rating.id) ?? latest.get(rating.participant) ?? null,
      countsIn: person.group,
      counts: standing.has(rating.id),
    }))
}

type TracedSide = Pick<RatingBehind, 'id' | 'recordedAt'>

/** The id of the one of a person's current ratings that results count; undefined where they count none. */
function countedId(
  sides: readonly TracedSide[],
  { conflicts }: Pick<ResultsScope, 'conflicts'>,
): string | undefined {
  if (sides.length > 1 && conflicts !== 'provisional') return undefined
  const order = ({ recordedAt, id }: TracedSide): string => `${recordedAt} ${id}`
  return sides.toSorted((a, b) => (order(a) < order(b) ? 1 : -1))[0]?.id
}

/**
 * The history of the answer that a rating belongs to: its ratings, the comments beside them and the resolutions of
 * its conflicts, in the order in which they were made. Throws UNKNOWN_RATING.
 */
export function listHistory(store: ReadableStore, rating: string): readonly HistoryStep[] {
  const known = getRating(store, rating)
  if (!known) throw new WorkbookError('UNKNOWN_RATING', { rating })
  const { participant, indicator, criterion, round } = known
  const key = { participant, indicator, criterion, round }
  const rated = getAllRatingsOfKey(store, key).map(({ current, ...each }) => ({
    id: each.id,
    step: { kind: 'rated', rating: each, current } as const,
  }))
  const wrote = getAllCommentsOfKey(store, key).map(comment => ({
    id: comment.id,
    step: { kind: 'wrote', ...comment } as const,
  }))
  const settled = getAllResolutionsOfKey(store, key).map(({ id, ...each }) => ({
    id,
    step: {
      kind: 'settled',
      chosen: each.chosen,
      rule: each.rule,
      recordedAt: each.recordedAt,
      device: each.device,
    } as const,
  }))
  // An id begins with the moment at which it was made.
  return [...rated, ...wrote, ...settled]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ step }) => step)
}
