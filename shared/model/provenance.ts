import { z } from 'zod'
import { resolvedBy } from './conflict.ts'
import { answer, screenLanguage, wording } from './rating.ts'
import { id, moment } from './vocabulary.ts'

/** The package that brought a record to this laptop. */
export const broughtBy = z.object({ name: z.string(), sha256: z.string() })

/** A rating record with its origin; `broughtBy` is null for one that was recorded here. */
export const tracedRating = z.object({
  id,
  answer,
  /**
   * The comment that stands beside the answer, or in a history the one that an older record says with it; null for
   * none.
   */
  comment: z.string().nullable(),
  /** The wording that was on screen, the title or the plain one, and its text. */
  wording,
  words: z.string(),
  /** The language of these words, where they are a translation that came with the framework; null for its own words. */
  wordsLanguage: screenLanguage.nullable(),
  /** The language of the screen around them; null for English. */
  language: screenLanguage.nullable(),
  entry: z.enum(['screen', 'file']),
  /** The persons who keyed it in from a sheet of paper and who checked that; null for what did not come from one. */
  keyedBy: z.string().nullable(),
  checkedBy: z.string().nullable(),
  recordedAt: moment,
  device: id,
  broughtBy: broughtBy.nullable(),
})
export type TracedRating = z.infer<typeof tracedRating>

/** A rating behind a figure: its participant, and the number of records in its history. */
export const ratingBehind = tracedRating.extend({
  participant: id,
  code: z.string(),
  /** The participant's name: the code, with the laptop where others have the same code. */
  name: z.string(),
  group: z.string(),
  workshop: z.string(),
  records: z.number().int(),
  /** The group that it is counted in: for linked participants, the one under which they joined first. */
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
    kind: z.literal('wrote'),
    id,
    /** The comment; empty where it was taken back. */
    text: z.string(),
    recordedAt: moment,
    device: id,
    /** True for the words that stand now. */
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
