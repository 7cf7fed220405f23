import { z } from 'zod'
import { disputedRoom } from './hands.ts'
import { answer, ratingKey, wording } from './rating.ts'
import { id, moment } from './vocabulary.ts'
import { namedLaptop } from './whole-study.ts'

/**
 * The rules by which sides of conflicts can be chosen without looking at each: `same answer` where all
 * have the same answer, `later` by the laptops' clocks, `screen` over data entry from paper, or `paper`
 * over screen.
 */
export const RESOLUTION_RULES = ['same answer', 'later', 'screen', 'paper'] as const
const resolutionRule = z.enum(RESOLUTION_RULES)
export type ResolutionRule = z.infer<typeof resolutionRule>

/**
 * The way in which a conflict was resolved: by one of the rules, or by a person who looked at both
 * sides.
 */
export const resolvedBy = z.enum(['by hand', ...RESOLUTION_RULES])
export type ResolvedBy = z.infer<typeof resolvedBy>

/** One side of a conflict: a current rating beside another one of the same key. */
export const conflictSide = z.object({
  /** The rating's id. */
  id,
  participant: id,
  code: z.string(),
  /** The participant's name: the code, with the laptop where others have the same code. */
  name: z.string(),
  group: z.string(),
  workshop: z.string(),
  answer,
  /** The comment that an older record says with its answer; null for one that says nothing of a comment. */
  comment: z.string().nullable(),
  wording,
  /** The entry of the answer: on screen, or as data entry from a file. */
  entry: z.enum(['screen', 'file']),
  /** From a sheet of paper: who keyed it in, and who checked that; null for an answer that did not come from one. */
  keyedBy: z.string().nullable(),
  checkedBy: z.string().nullable(),
  recordedAt: moment,
  device: id,
})
export type ConflictSide = z.infer<typeof conflictSide>

/** A conflict: two or more current answers of one person to one question, by record id. */
export const conflict = ratingKey.extend({
  code: z.string(),
  title: z.string(),
  sides: z.array(conflictSide),
})
export type Conflict = z.infer<typeof conflict>

/** A code and group that a laptop gave a participant, by the record's id. */
export const description = z.object({
  id,
  code: z.string(),
  group: z.string(),
  recordedAt: moment,
  device: id,
})
export type Description = z.infer<typeof description>

/** A participant whom laptops describe differently; until one is chosen, the last of these is shown. */
export const descriptionConflict = z.object({
  participant: id,
  /** The title of their workshop. */
  workshop: z.string(),
  sides: z.array(description),
})
export type DescriptionConflict = z.infer<typeof descriptionConflict>

/** Tests whether all sides say the same; one that says nothing of a comment cannot take the other's away. */
export const isOneAnswer = ([first, ...others]: readonly ConflictSide[]): boolean =>
  first !== undefined && others.every(side => isSameText(side, first))

function isSameText(one: ConflictSide, other: ConflictSide): boolean {
  const isSameComment =
    one.comment === null || other.comment === null || one.comment === other.comment
  return levelOf(one) === levelOf(other) && one.answer.kind === other.answer.kind && isSameComment
}

const levelOf = ({ answer: given }: ConflictSide): number | null =>
  given.kind === 'level' ? given.level : null

/** A resolution in force; `aside` are the sides that were not chosen. */
export const resolution = ratingKey.extend({
  id,
  code: z.string(),
  title: z.string(),
  rule: resolvedBy,
  recordedAt: moment,
  device: id,
  chosen: conflictSide,
  aside: z.array(conflictSide),
})
export type Resolution = z.infer<typeof resolution>

/** The persons who decided, and their reason, in a few words about the choice; each may be empty. */
export const decisionNote = z.object({
  reason: z.string().trim().max(400),
  decidedBy: z.string().trim().max(200),
})
export type DecisionNote = z.infer<typeof decisionNote>

/** Resolutions that were made together and can be taken back together; those that still hold. */
export const resolutionBatch = decisionNote.extend({
  id,
  recordedAt: moment,
  device: id,
  resolutions: z.array(id).min(1),
})
export type ResolutionBatch = z.infer<typeof resolutionBatch>

/**
 * The open conflicts of answers and of descriptions, the resolutions in force, and those of them that were made together, the latest first; with what
 * the laptops of the open ones are called.
 */
export const conflictList = z.object({
  open: z.array(conflict),
  descriptions: z.array(descriptionConflict),
  /** Rooms whose hands laptops counted differently; counting the lines again settles them. */
  hands: z.array(disputedRoom),
  settled: z.array(resolution),
  batches: z.array(resolutionBatch),
  laptops: z.array(namedLaptop),
})
export type ConflictList = z.infer<typeof conflictList>

/**
 * The way to resolve several conflicts at once: by a rule, or with the answers of one laptop where it has one of the
 * sides.
 */
export const batchWay = z.discriminatedUnion('by', [
  z.object({ by: z.literal('rule'), rule: resolutionRule }),
  z.object({ by: z.literal('laptop'), laptop: id }),
])
export type BatchWay = z.infer<typeof batchWay>

/**
 * The outcome of resolving several at once; those that could not be decided stay open, `clocks` of them because a rule
 * by time cannot go by the clock of a laptop that was wrong. `batch` is null for a rehearsal, and where nothing was
 * resolved.
 */
export const batchOutcome = z.object({
  batch: id.nullable(),
  settled: z.number().int(),
  open: z.number().int(),
  clocks: z.number().int(),
})
export type BatchOutcome = z.infer<typeof batchOutcome>
