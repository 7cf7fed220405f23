import { z } from 'zod'
import { copiesOfOther, programFacts, secondPlaceFacts } from '../model/program.ts'
import { supportReport } from '../model/support.ts'
import { diskEncryption, workbookInfo } from '../model/workbook.ts'
import { done, filePermit, listOf, operation, writtenFile } from './operation.ts'

/** The operations on the program itself. */
export const programContract = {
  program: {
    /** The version that runs, and where it keeps things. */
    facts: operation.output(programFacts),
    /** Makes the report for support, to be shown before anything is saved. It has no words, names or paths of people. */
    supportReport: operation.output(supportReport),
    /** Saves a report as it was shown. Errors: FILE_PERMIT_EXPIRED, DISK_FULL, FILE_NOT_ALLOWED, CANNOT_WRITE_FILE. */
    saveSupportReport: operation
      .input(supportReport.extend({ to: filePermit }))
      .output(writtenFile),
    /**
     * Names the folder that each backup is copied to from now on; null for none. What was copied before stays. Errors:
     * FILE_PERMIT_EXPIRED, DISK_FULL, CANNOT_WRITE_FILE.
     */
    nameSecondPlace: operation.input(z.object({ folder: filePermit.nullable() })).output(done),
    /** Copies what is not there yet to the second place, and gives what is known of it then. */
    copyToSecondPlace: operation.output(secondPlaceFacts.nullable()),
    /** The encryption of the disk of the second place; null where none is named. */
    secondPlaceEncryption: operation.output(diskEncryption.nullable()),
    /** The workbooks on the second place that the library has not, by the names of their files. */
    listSecondPlace: operation.output(listOf(copiesOfOther)),
    /** Brings one of them back into the library. Errors: NO_BACKUP, WORKBOOK_EXISTS, DISK_FULL, CANNOT_WRITE_FILE. */
    bringFromSecondPlace: operation.input(z.object({ name: z.string() })).output(workbookInfo),
  },
}
