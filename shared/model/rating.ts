import { z } from 'zod'
import { frameworkHash } from './framework.ts'
import { criterion, id, moment } from './vocabulary.ts'

export const COMMENT_LIMIT = 4000

/**
 * The answer of a participant. `none` is an answer taken back, or in older records a comment on its own: it
 * counts as missing, like no record at all, and never as 0.
 */
export const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('level'), level: z.number().int() }),
  z.object({ kind: z.literal('dont_know') }),
  z.object({ kind: z.literal('not_applicable') }),
  z.object({ kind: z.literal('none') }),
])
export type Answer = z.infer<typeof answer>

/** The wordings of an indicator, from the one for professionals to the one for everybody. */
export const WORDINGS = ['title', 'plain', 'easy'] as const

/**
 * The wording of the indicator that was on screen: its own title; its plain wording; or easy read, which is the plain
 * wording in short lines, with a face for each level.
 */
export const wording = z.enum(WORDINGS)
export type Wording = z.infer<typeof wording>

/** The language of a screen by its code (ISO 639), such as `cy`. */
export const screenLanguage = z.string().regex(/^[a-z]{2,3}$/)

/** A round of rating, from 1; before and after discussion are two rounds. */
export const round = z.number().int().min(1).max(99)

/** The subject of one rating; two current ratings with one key are a conflict. */
export const ratingKey = z.object({
  participant: id,
  indicator: id,
  criterion,
  round,
})
export type RatingKey = z.infer<typeof ratingKey>

/**
 * The whole of what is said to one question at once, as on a sheet that is keyed in: an answer, and a comment that is
 * recorded beside it. `id` is made where it was said, so that sending it again is safe.
 */
export const newRating = ratingKey.extend({
  id,
  answer,
  comment: z.string().max(COMMENT_LIMIT),
  wording,
  /** The framework version whose words were on screen; left out: the one in use. */
  framework: frameworkHash.optional(),
})
export type NewRating = z.infer<typeof newRating>

/**
 * A rating as recorded: never changed, only superseded by a later one. Records from before answers and comments
 * were separate say both; later ones say nothing of a comment (null).
 */
export const rating = newRating.extend({
  comment: z.string().max(COMMENT_LIMIT).nullable(),
  framework: frameworkHash,
  recordedAt: moment,
  device: id,
})
export type Rating = z.infer<typeof rating>
