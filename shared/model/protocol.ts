import { z } from 'zod'
import { WORDINGS, wording } from './rating.ts'
import { id, name } from './vocabulary.ts'

/**
 * The orders in which a workshop asks: that of the framework for everybody; or shuffled for each person, its sections
 * or the single indicators.
 */
export const SEQUENCES = ['fixed', 'sections', 'indicators'] as const
export const sequence = z.enum(SEQUENCES)
export type Sequence = z.infer<typeof sequence>

/** The text from which the orders of a workshop are computed, with the id of the person and the round. */
export const seed = z
  .string()
  .trim()
  .regex(/^[\w-]{1,40}$/, 'A seed has up to 40 letters, digits, hyphens and underscores.')

/** The longest time that can be planned for rating, in minutes. */
export const MOST_MINUTES = 600

/** The protocol of a workshop: what it asks of whom, in which order, in which words, in how many minutes. */
export const workshopProtocol = z.object({
  /** The ids of the indicators that a group is asked; a group that is not named is asked all. */
  groups: z.record(name, z.array(id).min(1).max(10_000)),
  sequence,
  /** The seed of a shuffled order; left out where the order is fixed, or to have one drawn. */
  seed: seed.optional(),
  /** The wordings that people may choose, in the order of `WORDINGS`. */
  wordings: z
    .array(wording)
    .min(1)
    .transform(chosen => WORDINGS.filter(one => chosen.includes(one))),
  /** The minutes that are planned for rating; null where nobody planned them. */
  minutes: z.number().int().min(1).max(MOST_MINUTES).nullable(),
})
export type WorkshopProtocol = z.infer<typeof workshopProtocol>

/** The protocol of a workshop for which nobody made one. */
export const NO_PROTOCOL: WorkshopProtocol = {
  groups: {},
  sequence: 'fixed',
  wordings: [...WORDINGS],
  minutes: null,
}

/** A protocol with whether somebody has answered, after which what is asked, and in which order, stays as it is. */
export const standingProtocol = workshopProtocol.extend({ isBegun: z.boolean() })
export type StandingProtocol = z.infer<typeof standingProtocol>

/** The time that a question takes somebody who has not begun, in seconds: read, think, answer. */
const USUAL_SECONDS = 7

/** The minutes that so many questions take most people; at least 1. */
export const usualMinutes = (questions: number): number =>
  Math.max(1, Math.round((USUAL_SECONDS * questions) / 60))
