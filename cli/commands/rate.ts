import { type Command, Option } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { groupBy } from '../../engine/group-by.ts'
import { type EnteredRatings, enterRatings } from '../../engine/ratings/data-entry/enter-ratings.ts'
import { ratingProblemMessage, ratingWarningMessage } from '../../shared/messages/workshop.ts'
import { withWorkbook } from '../inputs.ts'
import { namedFile } from '../options.ts'
import { counted, print, printJson, talk } from '../output.ts'

interface RateOptions {
  readonly workshop: string
  readonly sheet?: string
  readonly hiddenRows?: 'keep' | 'leave'
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
    .option('--sheet <name>', 'the sheet to read; left out, every sheet with ratings')
    .addOption(
      new Option(
        '--hidden-rows <what>',
        'what becomes of rows that are hidden or struck out',
      ).choices(['keep', 'leave']),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(rate)
}

async function rate(
  book: string,
  file: string,
  { workshop, sheet, hiddenRows, json }: RateOptions,
): Promise<void> {
  try {
    const keyedIn = await withWorkbook(book, workbook =>
      enterRatings(forkReader(), workbook, workshop, namedFile(file), { sheet, hiddenRows }),
    )
    if (json) printJson({ file, ...keyedIn })
    else printCounts(keyedIn)
  } catch (error) {
    if (error instanceof WorkbookError) sayWhy(error, file, json)
    throw error
  }
}

function printCounts(entered: EnteredRatings): void {
  const { rows, participants, ratings, ignoredColumns, sheets, unreadSheets, warnings } = entered
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
  if (sheets.length > 1) print(`Sheets that were read: ${sheets.join(', ')}.`)
  if (unreadSheets.length > 0) {
    talk(`Sheets that were not read: ${unreadSheets.join(', ')}. To read one, give it by --sheet.`)
  }
  for (const warning of warnings) talk(`${placeInWords(warning)}: ${ratingWarningMessage(warning)}`)
  if (ignoredColumns.length > 0) talk(`Columns that were not read: ${ignoredColumns.join(', ')}.`)
}

const placeInWords = ({
  row,
  sheet,
  cell,
}: {
  readonly row: number
  readonly sheet?: string | undefined
  readonly cell: string
}): string =>
  sheet === undefined ? `Row ${row}, cell ${cell}` : `Sheet ${sheet}, row ${row}, cell ${cell}`

/** Each row that does not fit; the sentence that sums them up is said like any other failure's. */
function sayWhy(error: WorkbookError, file: string, json: true | undefined): void {
  const problems = 'problems' in error.data ? error.data.problems : []
  if (!json) {
    // A hundred rows with one fault are one thing to do.
    for (const [message, alike] of groupBy(problems, ratingProblemMessage)) {
      const [first] = alike
      if (!first) continue
      const more = alike.length - 1
      talk(
        `${placeInWords(first)}${more > 0 ? ` and ${counted(more, 'more row')}` : ''}: ${message}`,
      )
    }
    return
  }
  printJson({
    file,
    refused: { code: error.code, message: error.message },
    problems: problems.map(problem => {
      const { row, sheet, cell, code } = problem
      return { row, sheet, cell, code, message: ratingProblemMessage(problem) }
    }),
  })
}
