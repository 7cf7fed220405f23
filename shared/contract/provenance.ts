import { z } from 'zod'
import { historyStep, ratingBehind } from '../model/provenance.ts'
import { resultsScope } from '../model/results.ts'
import { criterion, id } from '../model/vocabulary.ts'
import { ofWorkbook, operation } from './operation.ts'

/** What may be asked about where a number comes from. */
export const provenanceContract = {
  provenance: {
    /** The ratings that the figures of one indicator and criterion rest on, with where each is from. */
    behind: operation
      .input(ofWorkbook.extend({ ...resultsScope.shape, indicator: id, criterion }))
      .output(z.array(ratingBehind)),
    /** Everything that was recorded about one answer, the earliest first. */
    history: operation.input(ofWorkbook.extend({ rating: id })).output(z.array(historyStep)),
  },
}
