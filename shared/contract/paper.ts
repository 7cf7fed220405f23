import { z } from 'zod'
import {
  keyer,
  listedSheet,
  openSheet,
  pass,
  printing,
  sheetDifference,
  sheetEntry,
  sheetNumber,
  sheetQuestion,
} from '../model/paper.ts'
import { answer } from '../model/rating.ts'
import { id } from '../model/vocabulary.ts'
import { done, filePermit, listOf, ofWorkbook, operation, writtenFile } from './operation.ts'

const ofSheet = ofWorkbook.extend({ sheet: sheetNumber })
const readBy = ofSheet.extend({ by: z.string().trim().pipe(keyer) })

/** The operations on sheets of paper: printing them, and keying in what people crossed on them. */
export const paperContract = {
  paper: {
    /** Prints numbered sheets to a chosen file: a page that a browser prints, or, where the front draws one, a PDF. */
    print: operation
      .input(ofWorkbook.extend({ printing, format: z.enum(['html', 'pdf']), to: filePermit }))
      .output(writtenFile.extend({ sheets: listOf(sheetNumber) })),
    /** Writes a form for spreadsheet programs to a chosen xlsx, with a numbered sheet for each person. */
    form: operation
      .input(ofWorkbook.extend({ printing, to: filePermit }))
      .output(writtenFile.extend({ sheets: listOf(sheetNumber) })),
    /** The sheets of a workshop that were printed on this laptop. */
    list: operation.input(ofWorkbook.extend({ workshop: id })).output(listOf(listedSheet)),
    /** The number of the sheet that somebody names by its number or a code, or that a scanner reads. */
    find: operation
      .input(ofWorkbook.extend({ workshop: id, words: z.string().trim().min(1).max(200) }))
      .output(sheetNumber),
    /** A sheet with what was read in one pass, and nothing of the other. */
    open: operation.input(ofSheet.extend({ pass })).output(openSheet),
    /** Keeps what was read of one question; answers after the commit. */
    key: operation.input(ofSheet.extend({ pass }).extend(sheetEntry.shape)).output(done),
    /** Records what the first reading says as the answers of its person, and who keyed it in. */
    finish: operation.input(readBy).output(openSheet),
    /** The questions that the two readings tell differently. */
    differences: operation.input(ofSheet).output(listOf(sheetDifference)),
    /** Settles a difference by what the paper says; answers with those that are left. */
    settle: operation
      .input(ofSheet.extend(sheetQuestion.shape).extend({ answer }))
      .output(listOf(sheetDifference)),
    /** Records that a second person has read a sheet again, once nothing differs. */
    check: operation.input(readBy).output(openSheet),
  },
}
