import { type Command, InvalidArgumentError, Option } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../engine/files/spreadsheet/read-spreadsheet.ts'
import { checkEntry } from '../../engine/ratings/data-entry/check-entry.ts'
import { type EnteredRatings, enterRatings } from '../../engine/ratings/data-entry/enter-ratings.ts'
import { ratingWarningMessage, saidTogether } from '../../shared/messages/data-entry/problems.ts'
import {
  RATING_FIELDS,
  type RatingsChoices,
  type RatingsReport,
} from '../../shared/model/data-entry.ts'
import { withWorkbook } from '../inputs.ts'
import { namedFile, several, wholeNumber } from '../options.ts'
import { counted, print, printJson, talk } from '../output.ts'
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
nothing of the file is stored.

Examples:
  workbook rate spring.sqlite keyed-in.csv --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f
  workbook rate spring.sqlite keyed-in.xlsx --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --json
  workbook rate spring.sqlite d1.csv --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --participant D1 --group ADCS`

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

/** `rate BOOK FILE`: stores ratings that were entered from paper. */
export function addRate(program: Command): void {
  program
    .command('rate')
    .description('store ratings that were keyed in, all of a file or nothing')
    .argument('<book>', 'a workbook file')
    .argument('<file>', 'the ratings: a csv, xlsx, xls or ods file')
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

async function rate(book: string, file: string, options: RateOptions): Promise<void> {
  const { workshop, dryRun, json } = options
  const choices = choicesOf(options)
  try {
    if (dryRun) return await tell(book, file, options)
    const keyedIn = await withWorkbook(book, workbook =>
      enterRatings(forkReader(), workbook, workshop, namedFile(file), choices),
    )
    if (json) {
      const warnings = keyedIn.warnings.map(one => ({ ...one, message: ratingWarningMessage(one) }))
      printJson({ file, ...keyedIn, warnings })
    } else printCounts(keyedIn)
  } catch (error) {
    if (error instanceof WorkbookError) sayWhy(error, file, json)
    throw error
  }
}

/** Says what storing would do. Throws as storing would. */
async function tell(book: string, file: string, options: RateOptions): Promise<void> {
  const reading = await readSpreadsheet(forkReader(), file)
  const outcome = await withWorkbook(book, workbook =>
    checkEntry(workbook, options.workshop, { reading, name: file }, choicesOf(options)),
  )
  if ('refused' in outcome) throw new WorkbookError('RATINGS_FILE_REFUSED', outcome)
  if (outcome.counts === null) throw new WorkbookError('RATINGS_REFUSED', outcome)
  if (options.json) printJson(outcome)
  else printPlan(outcome)
}

function printPlan({ counts, warnings, sheets }: RatingsReport): void {
  if (counts) printNumbers(counts)
  const read = sheets.filter(({ isRead }) => isRead).map(({ name }) => name)
  if (sheets.length > 1) print(`Sheets that were read: ${read.join(', ')}.`)
  printWarnings(warnings)
  talk('Nothing was stored.')
}

function printNumbers({
  rows,
  participants,
  ratings,
}: Pick<EnteredRatings, 'rows' | 'participants' | 'ratings'>) {
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

const printWarnings = (warnings: EnteredRatings['warnings']): void => {
  for (const { where, message } of saidTogether(warnings, ratingWarningMessage)) {
    talk(`${where}: ${message}`)
  }
}

function printCounts(entered: EnteredRatings): void {
  const { ignoredColumns, peopleColumns, sheets, unreadSheets, warnings } = entered
  printNumbers(entered)
  if (peopleColumns.length > 0) print(`Columns of one person each: ${peopleColumns.join(', ')}.`)
  if (sheets.length > 1) print(`Sheets that were read: ${sheets.join(', ')}.`)
  if (unreadSheets.length > 0) {
    talk(`Sheets that were not read: ${unreadSheets.join(', ')}. To read one, give it by --sheet.`)
  }
  printWarnings(warnings)
  if (ignoredColumns.length > 0) talk(`Columns that were not read: ${ignoredColumns.join(', ')}.`)
}
