import { WorkbookError } from '../engine/errors.ts'
import type { EnteredRatings } from '../engine/ratings/data-entry/enter-ratings.ts'
import { ratingWarningMessage, saidTogether } from '../shared/messages/data-entry/problems.ts'
import type {
  EnteredCounts,
  RatingsFilesReport,
  RatingsOutcome,
  RatingsReport,
  RatingWarning,
} from '../shared/model/data-entry.ts'
import { counted, print, talk } from './output.ts'
import { sayProblems, whyRefused } from './why-refused.ts'

type Fitting = RatingsReport & { readonly counts: EnteredCounts }

/** Tests whether everything in a file of ratings fits, so that it can be stored. */
export const fits = (outcome: RatingsOutcome | undefined): outcome is Fitting =>
  outcome !== undefined && 'counts' in outcome && outcome.counts !== null

/** The error by which storing a file would be refused. */
export const refusalOf = (outcome: RatingsOutcome): WorkbookError =>
  'refused' in outcome
    ? new WorkbookError('RATINGS_FILE_REFUSED', outcome)
    : new WorkbookError('RATINGS_REFUSED', outcome)

/** Warnings with their sentences, as JSON has them. */
export const withMessages = (warnings: readonly RatingWarning[]) =>
  warnings.map(one => ({ ...one, message: ratingWarningMessage(one) }))

/** Prints what is in a file that fits: its counts, what was read of it and what was not. */
export function printContents({ counts, sheets, tables, warnings }: Fitting): void {
  printNumbers(counts)
  const read = sheets.filter(({ isRead }) => isRead).map(({ name }) => name)
  const unread = sheets.filter(({ isRead }) => !isRead).map(({ name }) => name)
  saySheets(read, unread)
  sayWarnings(warnings)
  sayIgnored(ignoredIn(tables))
}

function saySheets(read: readonly string[], unread: readonly string[]): void {
  if (read.length > 1) print(`Sheets that were read: ${read.join(', ')}.`)
  if (unread.length > 0) {
    talk(`Sheets that were not read: ${unread.join(', ')}. To read one, give it by --sheet.`)
  }
}

function sayIgnored(columns: readonly string[]): void {
  if (columns.length > 0) talk(`Columns that were not read: ${columns.join(', ')}.`)
}

function printNumbers({ rows, participants, ratings }: EnteredCounts): void {
  const { added, known } = participants
  const { new: fresh, changed, unchanged, missing, repeated } = ratings
  const became = [
    `${fresh} new`,
    `${changed} changed`,
    `${unchanged} unchanged`,
    `${missing} missing`,
    `${repeated} repeated`,
  ]
  print(`${counted(rows, 'row')}: ${became.join(', ')}.`)
  print(`${counted(added, 'participant')} added, ${known} already in the workshop.`)
}

function sayWarnings(warnings: readonly RatingWarning[]): void {
  for (const { where, message } of saidTogether(warnings, ratingWarningMessage)) {
    talk(`${where}: ${message}`)
  }
}

/** Prints what storing one file did. */
export function printCounts(entered: EnteredRatings): void {
  const { ignoredColumns, peopleColumns, sheets, unreadSheets, warnings } = entered
  printNumbers(entered)
  if (peopleColumns.length > 0) print(`Columns of one person each: ${peopleColumns.join(', ')}.`)
  saySheets(sheets, unreadSheets)
  sayWarnings(warnings)
  sayIgnored(ignoredColumns)
}

/** Prints what each of several files brings, or why it is left, and what they bring together. */
export function printReport({ files, together, inSeveral }: RatingsFilesReport): void {
  for (const outcome of files) {
    if (fits(outcome)) {
      print(`${outcome.file}:`)
      printContents(outcome)
    } else {
      const refusal = refusalOf(outcome)
      talk(`${outcome.file}:`)
      sayProblems(refusal)
      talk(refusal.message)
    }
  }
  if (together) {
    print('Together:')
    printNumbers(together)
  }
  for (const { participant, files: names } of inSeveral) {
    print(`${participant} is in ${counted(names.length, 'file')}: ${names.join(', ')}.`)
  }
}

const ignoredIn = (tables: RatingsReport['tables']): readonly string[] =>
  tables.flatMap(({ columns }) =>
    columns.flatMap(({ heading, holds }) => (holds === null && heading !== '' ? heading : [])),
  )

/** The report on several files, as JSON has it. */
export const reportAsJson = ({ files, together, inSeveral }: RatingsFilesReport) => ({
  files: files.map(outcome => {
    if (!fits(outcome)) return whyRefused(refusalOf(outcome), outcome.file)
    const { file, counts, tables, warnings } = outcome
    return {
      file,
      ...counts,
      ignoredColumns: ignoredIn(tables),
      warnings: withMessages(warnings),
    }
  }),
  together,
  inSeveral,
})
