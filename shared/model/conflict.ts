import { z } from 'zod'
import { answer, ratingKey, wording } from './rating.ts'
import { id, moment } from './vocabulary.ts'

/**
 * How sides of a conflict can be chosen without looking at each: `same answer` where all say the same,
 * `later` by the laptops' clocks, `screen` over what was keyed in from paper, or `paper` over screen.
 */
export const SETTLING_RULES = ['same answer', 'later', 'screen', 'paper'] as const
export const settlingRule = z.enum(SETTLING_RULES)
export type SettlingRule = z.infer<typeof settlingRule>

/** How a settlement was come by: by one of the rules, or by a person who looked at both sides. */
export const settledBy = z.enum(['by hand', ...SETTLING_RULES])
export type SettledBy = z.infer<typeof settledBy>

/** One side of a conflict: a rating that stands beside another for the same question. */
export const conflictSide = z.object({
  /** The rating's id. */
  id,
  participant: id,
  code: z.string(),
  group: z.string(),
  workshop: z.string(),
  answer,
  comment: z.string(),
  wording,
  /** Given on screen, or keyed in from a file. */
  entry: z.enum(['screen', 'file']),
  recordedAt: moment,
  device: id,
})
export type ConflictSide = z.infer<typeof conflictSide>

/** A question that one person has two current answers to, or more; with both sides, by record id. */
export const conflict = ratingKey.extend({
  code: z.string(),
  title: z.string(),
  sides: z.array(conflictSide),
})
export type Conflict = z.infer<typeof conflict>

/** A choice that was made and still holds; `aside` are the sides that were not chosen. */
export const settlement = ratingKey.extend({
  id,
  code: z.string(),
  title: z.string(),
  rule: settledBy,
  recordedAt: moment,
  device: id,
  chosen: conflictSide,
  aside: z.array(conflictSide),
})
export type Settlement = z.infer<typeof settlement>

/** The conflicts that are open, and the settlements that hold. */
export const conflictList = z.object({
  open: z.array(conflict),
  settled: z.array(settlement),
})
export type ConflictList = z.infer<typeof conflictList>

/** What came of settling by a rule: what it could not decide stays open. */
export const settledByRule = z.object({
  rule: settlingRule,
  settled: z.number().int(),
  open: z.number().int(),
})
export type SettledByRule = z.infer<typeof settledByRule>
