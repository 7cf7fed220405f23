import { z } from 'zod'
import { round } from './rating.ts'
import { resultsScope } from './results.ts'
import { id } from './vocabulary.ts'

const count = z.number().int()

/** What people did between two rounds, over one criterion of one indicator. */
export const moves = z.object({
  /** People who chose a level in both rounds: those who went up, down, or stayed. */
  paired: count,
  up: count,
  down: count,
  stayed: count,
  /** People who chose a level in the later round only, and in the earlier round only. */
  new: count,
  gone: count,
})
export type Moves = z.infer<typeof moves>

/** Whose moves are counted, and between which rounds. */
export const movesScope = resultsScope.omit({ round: true }).extend({ from: round, to: round })
export type MovesScope = z.infer<typeof movesScope>

/** Who moved, in counts; only indicators that anybody rated in the later round are listed. */
export const whoMoved = z.object({
  from: round,
  to: round,
  indicators: z.array(
    z.object({ id, criteria: z.object({ usefulness: moves, usability: moves }) }),
  ),
})
export type WhoMoved = z.infer<typeof whoMoved>
