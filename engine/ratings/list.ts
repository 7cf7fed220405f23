import type { Rating } from '../../shared/model/rating.ts'
import { getAllRatingsOf } from '../store/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import { requireParticipant } from '../workshops/participants.ts'

/** One participant's current ratings of a round. Throws UNKNOWN_PARTICIPANT. */
export function listRatings(
  store: ReadableStore,
  scope: { readonly participant: string; readonly round: number },
): readonly Rating[] {
  requireParticipant(store, scope.participant)
  return getAllRatingsOf(store, scope).map(({ entry: _, ...rating }) => rating)
}
