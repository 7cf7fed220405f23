import { z } from 'zod'
import { judgedSummary, resultsScope } from './results.ts'
import { id } from './vocabulary.ts'

/** What results can be set side by side by: workshops, the words that were on screen, or rounds. */
const comparedBy = z.enum(['workshop', 'wording', 'round'])

/** Whose ratings are compared, and by what; a scope's own round or wording is then put aside. */
export const comparisonScope = resultsScope.extend({ by: comparedBy })
export type ComparisonScope = z.infer<typeof comparisonScope>

const byPart = z.record(z.string(), judgedSummary)

/** The same figures for each part, side by side; each rests on its own n. */
export const comparison = z.object({
  by: comparedBy,
  /** `id` is a workshop's id, `title` or `plain`, or the number of a round. */
  parts: z.array(z.object({ id: z.string(), name: z.string(), participants: z.number().int() })),
  indicators: z.array(
    z.object({ id, criteria: z.object({ usefulness: byPart, usability: byPart }) }),
  ),
})
export type Comparison = z.infer<typeof comparison>
