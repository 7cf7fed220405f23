import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type { NewRating, Rating, RatingKey } from '../../shared/model/rating.ts'
import { WorkbookError } from '../errors.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import { refuseClosedRound } from '../rounds/rounds.ts'
import {
  appendComment,
  type CommentRecord,
  getAllCommentsOf,
  getCurrentComments,
  getStandingCommentIds,
} from '../store/records/comments.ts'
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

/** An answer to record, without a comment. */
export type NewAnswer = Omit<NewRating, 'comment'>

/** A comment to record; an empty text takes the one that stands back. */
export type NewComment = Omit<NewRating, 'comment' | 'answer'> & { readonly text: string }

/** The way by which something is recorded, on screen or by a file, and its moment; left out, now. */
export interface Recording {
  readonly entry: Entry
  readonly recordedAt?: string
}

/**
 * Records an answer, which supersedes the participant's earlier ones to the question; these stay in the history,
 * and what they wrote stays as it is. Call it inside a transaction. Throws UNKNOWN_PARTICIPANT,
 * UNKNOWN_INDICATOR, LEVEL_OFF_SCALE.
 */
export function recordAnswer(workbook: Workbook, said: NewAnswer, how: Recording): Rating {
  const { store } = workbook
  const { answer } = said
  refuseOffScale(workbook, said)
  const record: RatingRecord = { ...described(workbook, said, how), answer, comment: null }
  const replaced = getStandingRatingIds(store, record)
  appendRating(store, record)
  for (const superseded of replaced) appendSupersession(store, { record: record.id, superseded })
  return toRating(record)
}

/**
 * Records a comment, which supersedes what the participant wrote on the question before; their answer stays as it
 * is. Call it inside a transaction. Throws UNKNOWN_PARTICIPANT, UNKNOWN_INDICATOR.
 */
export function recordComment(workbook: Workbook, said: NewComment, how: Recording): void {
  const { store } = workbook
  const record: CommentRecord = { ...described(workbook, said, how), text: said.text }
  const replaced = getStandingCommentIds(store, record)
  appendComment(store, record)
  for (const superseded of replaced) appendSupersession(store, { record: record.id, superseded })
}

function refuseClosed(store: ReadableStore, { participant, round }: NewRating): void {
  const { workshop } = requireParticipant(store, participant)
  refuseClosedRound(store, { workshop, round })
}

/** The fields that answers and comments share, checked. */
function described(
  { store, device, clock }: Workbook,
  said: NewAnswer | NewComment,
  { entry, recordedAt = clock() }: Recording,
): Omit<CommentRecord, 'text'> {
  const { id, participant, indicator, criterion, round, wording } = said
  requireParticipant(store, participant)
  // What is said belongs to the version that was on screen, even if another is in use by now.
  const framework = said.framework ?? currentVersion(store).hash
  requireIndicator(store, framework, indicator)
  const key = { participant, indicator, criterion, round }
  return { id, ...key, wording, framework, entry, recordedAt, device }
}

/**
 * Records what was said to one question at once: an answer, and a comment where it differs from the one that
 * stands. It is on disk when this returns. Recording the same again changes nothing. Throws as `recordAnswer`,
 * and ROUND_CLOSED, RECORD_ID_REUSED.
 */
export function recordRating(workbook: Workbook, said: NewRating): Rating {
  return workbook.store.transaction(() => recordBoth(workbook, said, 'screen'))
}

/** Records many answers with their comments all together or not at all. Throws as `recordRating`. */
export function recordRatings(
  workbook: Workbook,
  ratings: readonly NewRating[],
  entry: Entry,
): void {
  workbook.store.transaction(() => {
    for (const rating of ratings) recordBoth(workbook, rating, entry)
  })
}

function recordBoth(workbook: Workbook, said: NewRating, entry: Entry): Rating {
  const { comment, ...answer } = said
  const known = getRating(workbook.store, said.id)
  if (known) return { ...sameOrRefused(known, answer), comment }
  // What came in on paper was said while the round was open, whenever it is keyed in.
  if (entry === 'screen') refuseClosed(workbook.store, said)
  const rating = recordAnswer(workbook, answer, { entry })
  const standing = getCurrentComments(workbook.store, said)
  if (standing.some(({ text }) => text !== comment) || (standing.length === 0 && comment !== '')) {
    const { answer: _, ...about } = answer
    recordComment(workbook, { ...about, id: uuidv7(), text: comment }, { entry })
  }
  return { ...rating, comment }
}

/** Accepts a retry, which repeats the record. Throws RECORD_ID_REUSED for another one under its id. */
function sameOrRefused(known: RatingRecord, said: NewAnswer): Rating {
  const { entry: _, recordedAt: __, device: ___, comment: ____, ...before } = known
  if (!isDeepStrictEqual(before, { framework: known.framework, ...said })) {
    throw new WorkbookError('RECORD_ID_REUSED', { id: said.id })
  }
  return toRating(known)
}

/** Requires an indicator to be in a framework version. Throws UNKNOWN_INDICATOR. */
export function requireIndicator(store: ReadableStore, framework: string, indicator: string): void {
  if (!hasIndicator(store, framework, indicator)) {
    throw new WorkbookError('UNKNOWN_INDICATOR', { indicator })
  }
}

/** Refuses a level that the workbook's scale does not have. Throws LEVEL_OFF_SCALE. */
export function refuseOffScale(
  { scale }: Pick<Workbook, 'scale'>,
  { answer }: Pick<NewRating, 'answer'>,
): void {
  if (answer.kind !== 'level') return
  if (answer.level < 1 || answer.level > scale.length) {
    const { level } = answer
    throw new WorkbookError('LEVEL_OFF_SCALE', { level, lowest: 1, highest: scale.length })
  }
}

function toRating({ entry: _, ...rating }: RatingRecord): Rating {
  return rating
}

/**
 * Lists what stands of one participant in a round: each answer with the latest comment beside it, and comments on their
 * own as ratings without an answer. Throws UNKNOWN_PARTICIPANT.
 */
export function listRatings(
  store: ReadableStore,
  scope: { readonly participant: string; readonly round: number },
): readonly Rating[] {
  requireParticipant(store, scope.participant)
  const ratings = getAllRatingsOf(store, scope)
  const comments = getAllCommentsOf(store, scope)
  const latest = new Map(comments.map(({ text, ...key }) => [questionOf(key), text]))
  const answered = new Set(ratings.map(questionOf))
  const alone = comments.filter(({ text, ...key }) => text !== '' && !answered.has(questionOf(key)))
  return [
    ...ratings.map(rating => ({
      ...toRating(rating),
      comment: latest.get(questionOf(rating)) ?? '',
    })),
    ...alone.map(({ text, entry: _, ...rest }) => ({
      ...rest,
      answer: { kind: 'none' as const },
      comment: text,
    })),
  ]
}

const questionOf = ({ indicator, criterion }: Pick<RatingKey, 'indicator' | 'criterion'>): string =>
  `${criterion} ${indicator}`
