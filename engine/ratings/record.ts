import { isDeepStrictEqual } from 'node:util'
import { type NewRating, newRating, type Rating } from '../../shared/model/rating.ts'
import { WorkbookError } from '../errors.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import { hasIndicator } from '../store/records/frameworks.ts'
import {
  appendRating,
  appendSupersession,
  type Entry,
  getAllRatingsOf,
  getRating,
  getStandingRatingIds,
  type RatingRecord,
} from '../store/records/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'

/**
 * Records one rating; it is on disk when this returns. It supersedes the participant's earlier rating of the
 * question, which stays in the history. Sending the same record again changes nothing. Throws
 * UNKNOWN_PARTICIPANT, UNKNOWN_INDICATOR, LEVEL_OFF_SCALE, RECORD_ID_REUSED.
 */
export function recordRating(workbook: Workbook, rating: NewRating): Rating {
  return workbook.store.transaction(() => recordInTransaction(workbook, rating, 'screen'))
}

/** Records ratings all together or not at all, as for a file of ratings. */
export function recordRatings(
  workbook: Workbook,
  ratings: readonly NewRating[],
  entry: Entry,
): void {
  workbook.store.transaction(() => {
    for (const rating of ratings) recordInTransaction(workbook, rating, entry)
  })
}

function recordInTransaction(workbook: Workbook, rating: NewRating, entry: Entry): Rating {
  const { store, device, clock } = workbook
  const known = getRating(store, rating.id)
  if (known) return sameOrRefused(known, rating)
  requireParticipant(store, rating.participant)
  // A rating belongs to the version that was on screen, even if another is in use by now.
  const framework = rating.framework ?? currentVersion(store).hash
  if (!hasIndicator(store, framework, rating.indicator)) {
    throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: rating.indicator })
  }
  refuseOffScale(workbook, rating)
  const replaced = getStandingRatingIds(store, rating)
  const record: RatingRecord = { ...rating, framework, entry, recordedAt: clock(), device }
  appendRating(store, record)
  for (const superseded of replaced) appendSupersession(store, { record: rating.id, superseded })
  return toRating(record)
}

/** Accepts a retry, which repeats the record. Throws RECORD_ID_REUSED for another one under its id. */
function sameOrRefused(known: RatingRecord, rating: NewRating): Rating {
  const wanted = newRating.parse({ ...rating, framework: rating.framework ?? known.framework })
  if (!isDeepStrictEqual(newRating.parse(known), wanted)) {
    throw new WorkbookError('RECORD_ID_REUSED', { id: rating.id })
  }
  return toRating(known)
}

function refuseOffScale({ scale }: Workbook, { answer }: NewRating): void {
  if (answer.kind !== 'level') return
  if (answer.level < 1 || answer.level > scale.length) {
    const { level } = answer
    throw new WorkbookError('LEVEL_OFF_SCALE', { level, lowest: 1, highest: scale.length })
  }
}

function toRating({ entry: _, ...rating }: RatingRecord): Rating {
  return rating
}

/** One participant's current ratings of a round. Throws UNKNOWN_PARTICIPANT. */
export function listRatings(
  store: ReadableStore,
  scope: { readonly participant: string; readonly round: number },
): readonly Rating[] {
  requireParticipant(store, scope.participant)
  return getAllRatingsOf(store, scope).map(({ entry: _, ...rating }) => rating)
}
