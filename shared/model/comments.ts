import { z } from 'zod'
import { frameworkHash } from './framework.ts'
import { round } from './rating.ts'
import { criterion, id, moment, name } from './vocabulary.ts'

/** The scope of the comments; left out, all. */
export const commentsScope = z.object({
  workshops: z.array(id).optional(),
  indicator: id.optional(),
  round: round.optional(),
  /** The number of people in scope below which the group of a comment is not told. */
  hideGroupsUnder: z.number().int().min(2).max(100).optional(),
})
export type CommentsScope = z.infer<typeof commentsScope>

/** A comment on one criterion of one indicator, without its author. */
export const listedComment = z.object({
  /** The rating that the comment is part of, to which tags are attached. */
  rating: id,
  indicator: id,
  criterion,
  round,
  /** Null where too few people are in the group. */
  group: name.nullable(),
  workshop: id,
  /** The present text; empty where its writer has taken it back. */
  text: z.string(),
  tags: z.array(z.string()),
  /** True if somebody has read it and lets it out in tables. */
  released: z.boolean(),
  /** Its earlier texts, the latest first; nothing that was ever saved is lost. */
  earlier: z.array(z.object({ text: z.string(), recordedAt: moment })),
})
export type ListedComment = z.infer<typeof listedComment>

export const SUGGESTION_LIMIT = 4000

/** The kinds of suggestion: a better wording of an indicator, or something that is missing. */
export const suggestionKind = z.enum(['wording', 'missing'])

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wording'), indicator: id }),
  z.object({ kind: z.literal('missing'), indicator: z.null() }),
])

/** A suggestion to record; `id` is made where the person acted. An empty text takes one back. */
export const newSuggestion = z
  .object({
    id,
    participant: id,
    round,
    text: z.string().max(SUGGESTION_LIMIT),
    /** The framework version that was on screen; left out, the one in use. */
    framework: frameworkHash.optional(),
  })
  .and(about)
export type NewSuggestion = z.infer<typeof newSuggestion>

/** A suggestion as recorded: never changed, only superseded by a later one. */
export const suggestion = newSuggestion.and(
  z.object({ framework: frameworkHash, recordedAt: moment, device: id }),
)
export type Suggestion = z.infer<typeof suggestion>

/** A suggestion for people other than its writer: their group and workshop, and never their code. */
export const listedSuggestion = z.object({
  id,
  kind: suggestionKind,
  indicator: id.nullable(),
  round,
  text: z.string(),
  workshop: id,
  /** Null where too few people are in the group. */
  group: name.nullable(),
  /** True if somebody has read it and lets it out in tables. */
  released: z.boolean(),
})
export type ListedSuggestion = z.infer<typeof listedSuggestion>

/** A word or two that a facilitator puts on comments, such as `too costly`. */
export const tag = z
  .string()
  .transform(text => text.trim().replace(/\s+/g, ' '))
  .pipe(z.string().min(1).max(60))
