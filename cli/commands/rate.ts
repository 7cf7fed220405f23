import { type Command, InvalidArgumentError, Option } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../engine/files/spreadsheet/read-spreadsheet.ts'
import { checkEntries } from '../../engine/ratings/data-entry/check-entry.ts'
import { enterRatings, storeReadings } from '../../engine/ratings/data-entry/enter-ratings.ts'
import type { ChosenRatings } from '../../engine/ratings/data-entry/understand-ratings.ts'
import { RATING_FIELDS, type RatingsChoices } from '../../shared/model/data-entry.ts'
import { withWorkbook } from '../inputs.ts'
import { namedFile, several } from '../options.ts'
import { CommandFailure, printJson, talk } from '../output.ts'
import {
  fits,
  printContents,
  printCounts,
  printReport,
  refusalOf,
  reportAsJson,
  withMessages,
} from '../rated-files.ts'
import { wholeNumber } from '../whole-number.ts'
import { sayWhy } from '../why-refused.ts'

interface RateOptions {
  readonly workshop: string
  readonly sheet?: readonly string[]
  readonly headerRow?: number
  readonly map?: RatingsChoices['columns']
  readonly participant?: string
  readonly group?: string
  readonly criterion?: string
  readonly round?: string
  readonly hiddenRows?: 'keep' | 'leave'
  readonly dryRun?: true
  readonly json?: true
}

const EXAMPLES = `
The file has the headings participant, group, indicator, criterion, round, answer, comment, in any
order, or a column for each criterion, indicator or person. A row that does not fit is named, and
nothing of its file is stored; other files that were given are.

Examples:
  workbook rate spring.sqlite keyed-in.csv --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f
  workbook rate spring.sqlite keyed-in.xlsx --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --json
  workbook rate spring.sqlite d1.csv --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --participant D1 --group ADCS
  workbook rate spring.sqlite forms/*.xlsx --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --dry-run`

/** Takes `participant=A,answer=D`: the meaning of columns, `none=F` for one that is not read. */
function ratingColumns(text: string): RatingsChoices['columns'] {
  const columns: NonNullable<RatingsChoices['columns']> = {}
  for (const part of text.split(',')) {
    const [name = '', column = ''] = part.split('=').map(side => side.trim())
    const field = RATING_FIELDS.find(known => known === name.toLowerCase())
    if (!field || !/^[a-z]{1,3}$/i.test(column)) {
      throw new InvalidArgumentError(
        `Give columns as participant=A,answer=D. The names are ${RATING_FIELDS.join(', ')}.`,
      )
    }
    columns[column.toUpperCase()] = field
  }
  return columns
}

/** `rate BOOK FILES`: stores ratings that were entered from paper. */
export function addRate(program: Command): void {
  program
    .command('rate')
    .description('store ratings that were keyed in, all of a file or nothing')
    .argument('<book>', 'a workbook file')
    .argument('<files...>', 'the ratings: csv, xlsx, xls or ods files')
    .requiredOption('--workshop <id>', 'the workshop where they were given, as info lists it')
    .option('--sheet <name>', 'a sheet to read; left out, every sheet with ratings', several)
    .option(
      '--header-row <number>',
      'the row of the headings; left out, the one most like headings',
      wholeNumber(1, 1_048_576),
    )
    .option('--map <columns>', 'what columns hold, such as participant=A,answer=D', ratingColumns)
    .option('--participant <code>', 'the person of all rows that name none')
    .option('--group <name>', 'the group of all rows that name none')
    .option('--criterion <name>', 'the criterion of all rows that name none')
    .option('--round <number>', 'the round of all rows that name none')
    .addOption(
      new Option(
        '--hidden-rows <what>',
        'what becomes of rows and columns that are hidden or struck out',
      ).choices(['keep', 'leave']),
    )
    .option('--dry-run', 'says what would be stored and stores nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(rate)
}

const choicesOf = (options: RateOptions): RatingsChoices => {
  const { sheet, headerRow, map, hiddenRows, participant, group, criterion, round } = options
  const said = { participant, group, criterion, round }
  const given = Object.entries(said).filter(([, text]) => text !== undefined)
  return {
    ...(sheet && { sheets: [...sheet] }),
    headerRow,
    columns: map,
    hiddenRows,
    said: Object.fromEntries(given),
  }
}

async function rate(
  book: string,
  files: readonly [string, ...string[]],
  options: RateOptions,
): Promise<void> {
  if (files.length > 1) return await rateSeveral(book, files, options)
  const [file] = files
  const { workshop, dryRun, json } = options
  try {
    if (dryRun) return await tell(book, file, options)
    const keyedIn = await withWorkbook(book, workbook =>
      enterRatings(forkReader(), workbook, workshop, namedFile(file), choicesOf(options)),
    )
    if (json) printJson({ file, ...keyedIn, warnings: withMessages(keyedIn.warnings) })
    else printCounts(keyedIn)
  } catch (error) {
    if (error instanceof WorkbookError) sayWhy(error, file, json)
    throw error
  }
}

/** Says what storing would do. Throws as storing would. */
async function tell(book: string, file: string, options: RateOptions): Promise<void> {
  const chosen = await readAll([file], options)
  const { files } = await withWorkbook(book, workbook =>
    checkEntries(workbook, options.workshop, chosen),
  )
  for (const outcome of files) {
    if (!fits(outcome)) throw refusalOf(outcome)
    if (options.json) printJson(outcome)
    else printContents(outcome)
  }
  if (!options.json) talk('Nothing was stored.')
}

/** Stores those of several files that fit, in one go, and says of each what it brings or why it is left. */
async function rateSeveral(
  book: string,
  files: readonly string[],
  options: RateOptions,
): Promise<void> {
  const { workshop, dryRun, json } = options
  const chosen = await readAll(files, options)
  const report = await withWorkbook(book, workbook => {
    const checked = checkEntries(workbook, workshop, chosen)
    const fitting = chosen.filter((_, index) => fits(checked.files[index]))
    if (!dryRun && fitting.length > 0) storeReadings(workbook, workshop, fitting)
    return checked
  })
  if (json) printJson(reportAsJson(report))
  else printReport(report)
  if (dryRun && !json) talk('Nothing was stored.')
  const left = files.filter((_, index) => !fits(report.files[index]))
  if (left.length > 0) throw new CommandFailure(leftWords(left, files.length, dryRun), 2)
}

function leftWords(left: readonly string[], all: number, dryRun: true | undefined): string {
  const isOne = left.length === 1
  const words = dryRun ? `${isOne ? 'does' : 'do'} not fit` : `${isOne ? 'was' : 'were'} not stored`
  return `${left.length} of ${all} files ${words}: ${left.join(', ')}.`
}

/** Reads files one after another, each with the same choices. */
async function readAll(
  files: readonly string[],
  options: RateOptions,
): Promise<readonly ChosenRatings[]> {
  const choices = choicesOf(options)
  const read: ChosenRatings[] = []
  for (const file of files) {
    read.push({ name: file, reading: await readSpreadsheet(forkReader(), file), choices })
  }
  return read
}
