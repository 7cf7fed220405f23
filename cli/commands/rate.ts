import type { Command } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { type EnteredRatings, enterRatings } from '../../engine/ratings/data-entry/enter-ratings.ts'
import { ratingProblemMessage } from '../../shared/messages/workshop.ts'
import { withWorkbook } from '../inputs.ts'
import { namedFile } from '../options.ts'
import { counted, print, printJson, talk } from '../output.ts'

interface RateOptions {
  readonly workshop: string
  readonly json?: true
}

const EXAMPLES = `
The file has the headings participant, group, indicator, criterion, round, answer, comment, in any
order. A row that does not fit is named, and nothing of the file is stored.

Examples:
  workbook rate spring.sqlite keyed-in.csv --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f
  workbook rate spring.sqlite keyed-in.xlsx --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --json`

/** `rate BOOK FILE`: stores ratings that were entered from paper. */
export function addRate(program: Command): void {
  program
    .command('rate')
    .description('store ratings that were keyed in, all of a file or nothing')
    .argument('<book>', 'a workbook file')
    .argument('<file>', 'the ratings: a csv, xlsx, xls or ods file')
    .requiredOption('--workshop <id>', 'the workshop where they were given, as info lists it')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(rate)
}

async function rate(book: string, file: string, { workshop, json }: RateOptions): Promise<void> {
  try {
    const keyedIn = await withWorkbook(book, workbook =>
      enterRatings(forkReader(), workbook, workshop, namedFile(file)),
    )
    if (json) printJson({ file, ...keyedIn })
    else printCounts(keyedIn)
  } catch (error) {
    if (error instanceof WorkbookError) sayWhy(error, file, json)
    throw error
  }
}

function printCounts({ rows, participants, ratings, ignoredColumns }: EnteredRatings): void {
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
  if (ignoredColumns.length > 0) talk(`Columns that were not read: ${ignoredColumns.join(', ')}.`)
}

/** Each row that does not fit; the sentence that sums them up is said like any other failure's. */
function sayWhy(error: WorkbookError, file: string, json: true | undefined): void {
  const problems = 'problems' in error.data ? error.data.problems : []
  if (!json) {
    for (const problem of problems) {
      talk(`Row ${problem.row}, cell ${problem.cell}: ${ratingProblemMessage(problem)}`)
    }
    return
  }
  printJson({
    file,
    refused: { code: error.code, message: error.message },
    problems: problems.map(problem => {
      const { row, cell, code } = problem
      return { row, cell, code, message: ratingProblemMessage(problem) }
    }),
  })
}
