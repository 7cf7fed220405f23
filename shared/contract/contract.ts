import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { checkChoices, checkOutcome, previewOutcome, previewScope } from '../model/check.ts'
import { framework } from '../model/framework.ts'
import { newRating, rating, round } from '../model/rating.ts'
import { results, resultsScope } from '../model/results.ts'
import { id, name } from '../model/vocabulary.ts'
import { library, workbookDetails, workbookInfo } from '../model/workbook.ts'
import { participant, participantProgress, workshop, workshopDetails } from '../model/workshop.ts'
import { errorMap } from './errors.ts'
import { workbookEvent } from './events.ts'

/**
 * A file that a person chose, as a token that stands for it: the desktop's dialog or the browser's
 * upload grants it to the engine, and no path or byte of the file crosses the contract.
 */
export const filePermit = z.string().min(20).max(100)

/** What was written; `bytes` is the size of the finished file. */
const writtenFile = z.object({ name: z.string(), bytes: z.number().int() })

const operation = oc.errors(errorMap)
const ofWorkbook = z.object({ workbook: id })

/** Everything that a front may ask of the engine. One line an operation; the types are the rules. */
export const contract = {
  library: {
    /** The workbooks on this laptop. */
    list: operation.output(library),
    /** Makes a workbook from a checked framework file; refused, with nothing made, if it has errors. */
    create: operation
      .input(workbookDetails.extend({ file: filePermit, ...checkChoices.shape }))
      .output(workbookInfo),
    /** Makes a workbook from the example framework; `madeUp` adds workshops with made-up ratings. */
    createExample: operation
      .input(workbookDetails.extend({ madeUp: z.boolean() }))
      .output(workbookInfo),
  },
  workbook: {
    info: operation.input(ofWorkbook).output(workbookInfo),
    /** What happens from now on: first `ready`, then each change after its commit. */
    watch: operation.input(ofWorkbook).output(eventIterator(workbookEvent)),
  },
  framework: {
    /** Reads a framework file and says what was understood; stores nothing. */
    check: operation.input(checkChoices.extend({ file: filePermit })).output(checkOutcome),
    /** Rows of a framework file as the spreadsheet shows them. */
    preview: operation.input(previewScope.extend({ file: filePermit })).output(previewOutcome),
    /** Writes a spreadsheet to fill a framework in to a file that a person chose. */
    template: operation.input(z.object({ to: filePermit })).output(writtenFile),
    /** The latest framework version of the workbook. */
    get: operation.input(ofWorkbook).output(framework),
  },
  workshop: {
    list: operation.input(ofWorkbook).output(z.array(workshop)),
    add: operation.input(ofWorkbook.extend(workshopDetails.shape)).output(workshop),
  },
  participant: {
    /** The participants of a workshop, in the order in which they joined, with their progress. */
    list: operation
      .input(ofWorkbook.extend({ workshop: id, round: round.default(1) }))
      .output(z.array(participantProgress)),
    /** Adds one person; the app makes the code (P01, P02, ...). */
    add: operation.input(ofWorkbook.extend({ workshop: id, group: name })).output(participant),
  },
  rating: {
    /** Records one rating, superseding the current one of its key; answers after the commit. */
    record: operation.input(newRating.extend({ workbook: id })).output(rating),
    /** One participant's current ratings of a round. */
    list: operation
      .input(ofWorkbook.extend({ participant: id, round: round.default(1) }))
      .output(z.array(rating)),
  },
  results: {
    /** Consolidated results over the current ratings in scope. */
    get: operation.input(ofWorkbook.extend(resultsScope.shape)).output(results),
  },
  exports: {
    /** Writes the results or the ratings to a file that a person chose; never leaves half a file. */
    write: operation
      .input(
        ofWorkbook.extend({
          ...resultsScope.shape,
          format: z.enum(['xlsx', 'csv']),
          to: filePermit,
        }),
      )
      .output(writtenFile),
  },
}

export type Contract = typeof contract
