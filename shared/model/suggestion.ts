import { z } from 'zod'
import { frameworkHash } from './framework.ts'
import { round } from './rating.ts'
import { id, moment, name } from './vocabulary.ts'

export const SUGGESTION_LIMIT = 4000

/** What a participant may propose: better words for an indicator, or something that is missing. */
export const suggestionKind = z.enum(['wording', 'missing'])

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wording'), indicator: id }),
  z.object({ kind: z.literal('missing'), indicator: z.null() }),
])

/** A suggestion on its way in; `id` is made where the person acted. An empty text takes one back. */
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
})
export type ListedSuggestion = z.infer<typeof listedSuggestion>
