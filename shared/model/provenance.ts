import { z } from 'zod'
import { resolvedBy } from './conflict.ts'
import { answer, wording } from './rating.ts'
import { id, moment } from './vocabulary.ts'

/** The package that brought a record to this laptop. */
export const broughtBy = z.object({ name: z.string(), sha256: z.string() })

/** One rating record with where it came from; `broughtBy` is null for what was recorded here. */
export const tracedRating = z.object({
  id,
  answer,
  comment: z.string(),
  /** The words that were on screen: the title or the plain wording, and what they said. */
  wording,
  words: z.string(),
  entry: z.enum(['screen', 'file']),
  recordedAt: moment,
  device: id,
  broughtBy: broughtBy.nullable(),
})
export type TracedRating = z.infer<typeof tracedRating>

/** A rating that a figure rests on: whose, and how many records its history has. */
export const ratingBehind = tracedRating.extend({
  code: z.string(),
  group: z.string(),
  workshop: z.string(),
  records: z.number().int(),
  /** The group that it is counted in: of who is linked to others, that under which they joined first. */
  countsIn: z.string(),
  /** False where it is the side of a conflict that is not counted. */
  counts: z.boolean(),
})
export type RatingBehind = z.infer<typeof ratingBehind>

/** One step in the history of an answer, the earliest first. */
export const historyStep = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rated'),
    rating: tracedRating,
    /** True for the record that counts now. */
    current: z.boolean(),
  }),
  z.object({
    kind: z.literal('settled'),
    /** The rating that was chosen; null where an earlier choice was taken back. */
    chosen: id.nullable(),
    rule: resolvedBy,
    recordedAt: moment,
    device: id,
  }),
])
export type HistoryStep = z.infer<typeof historyStep>
