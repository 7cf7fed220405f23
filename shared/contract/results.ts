import { comparison, comparisonScope } from '../model/comparison.ts'
import { exportFormat, exportScope } from '../model/exports.ts'
import { movesScope, whoMoved } from '../model/moves.ts'
import { results, resultsScope, resultsWithAgreement } from '../model/results.ts'
import { filePermit, ofWorkbook, operation, writtenFile } from './operation.ts'

/** What may be asked about results and the files made from them. */
export const resultsContract = {
  results: {
    /** Consolidated results over the current ratings in scope. */
    get: operation.input(ofWorkbook.extend(resultsScope.shape)).output(results),
    /** How far people agree over all indicators. */
    agreement: operation
      .input(ofWorkbook.extend(resultsScope.shape))
      .output(resultsWithAgreement.shape.agreement),
    /** Results side by side: by workshop, by the words on screen, or by round. */
    compare: operation.input(ofWorkbook.extend(comparisonScope.shape)).output(comparison),
    /** Who moved between two rounds, in counts. */
    moved: operation.input(ofWorkbook.extend(movesScope.shape)).output(whoMoved),
  },
  exports: {
    /** Writes the results or the ratings to a file that a person chose; never leaves half a file. */
    write: operation
      .input(
        ofWorkbook.extend({
          ...exportScope.shape,
          format: exportFormat,
          to: filePermit,
        }),
      )
      .output(writtenFile),
  },
}
