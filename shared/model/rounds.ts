import { z } from 'zod'
import { round } from './rating.ts'
import { id, moment } from './vocabulary.ts'

/** Which indicators a round asks for: their ids, or null for all of the framework. */
export const roundIndicators = z.array(id).min(1).max(10_000).nullable()

/** A round of one workshop. The first asks for everything and is open without anyone's decision. */
export const workshopRound = z.object({
  round,
  workshop: id,
  indicators: roundIndicators,
  /** When it was first opened; null for the first, and for one that only ratings tell of. */
  openedAt: moment.nullable(),
  /** The records that opened it: what is named to take it back. */
  openings: z.array(id),
  /** How many participants have answered anything in it. */
  answered: z.number().int(),
})
export type WorkshopRound = z.infer<typeof workshopRound>
