import { z } from 'zod'
import { round } from '../model/rating.ts'
import { roundIndicators, workshopRound } from '../model/rounds.ts'
import { id } from '../model/vocabulary.ts'
import { ofWorkbook, operation } from './operation.ts'

/** What may be asked about rating again. */
export const roundsContract = {
  round: {
    /** The rounds of a workshop, the first one first. */
    list: operation.input(ofWorkbook.extend({ workshop: id })).output(z.array(workshopRound)),
    /** Has a workshop rate all indicators (null) or some again; answers with the round they join. */
    open: operation
      .input(ofWorkbook.extend({ workshop: id, indicators: roundIndicators }))
      .output(workshopRound),
    /** Takes back that a round was opened; what was rated in it stays. */
    takeBack: operation.input(ofWorkbook.extend({ workshop: id, round })).output(workshopRound),
  },
}
