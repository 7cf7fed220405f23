import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { checkChoices, checkOutcome, previewOutcome, previewScope } from '../model/check.ts'
import { framework } from '../model/framework.ts'
import { scaleLength } from '../model/scale.ts'
import { library, workbookDetails, workbookInfo } from '../model/workbook.ts'
import { workbookEvent } from './events.ts'
import { filePermit, ofWorkbook, operation, writtenFile } from './operation.ts'

/** What may be asked of the library, of a workbook as a whole and of its framework. */
export const libraryContract = {
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
    /** Gives a workbook another scale; only before the first rating. */
    changeScale: operation.input(ofWorkbook.extend({ scale: scaleLength })).output(workbookInfo),
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
}
