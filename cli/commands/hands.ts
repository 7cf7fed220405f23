import { type Command, Option } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../engine/files/spreadsheet/read-spreadsheet.ts'
import { enterHands } from '../../engine/hands/enter-hands.ts'
import { handsElsewhereWords } from '../../shared/messages/data-entry/hands.ts'
import { withWorkbook } from '../inputs.ts'
import { namedFile, title } from '../options.ts'
import { counted, print, printJson, talk } from '../output.ts'
import { sayWhy } from '../why-refused.ts'

interface HandsOptions {
  readonly workshop: string
  readonly by: string
  readonly group?: string
  readonly present?: string
  readonly criterion?: string
  readonly round?: string
  readonly hiddenRows?: 'keep' | 'leave'
  readonly json?: true
}

const EXAMPLES = `
The file has a row for each question with the headings indicator, criterion, group, round, present, and a
column of hands for each answer: 1, 2, 3 and so on, dont_know, not_applicable.

Examples:
  workbook hands spring.sqlite hands.csv --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --by AB
  workbook hands spring.sqlite hands.csv --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --by AB --group "Young people" --present 12`

/** `hands BOOK FILE`: records shows of hands that were counted on paper. */
export function addHands(program: Command): void {
  program
    .command('hands')
    .description('record shows of hands, all of a file or nothing')
    .argument('<book>', 'a workbook file')
    .argument('<file>', 'the hands: a csv, xlsx, xls or ods file')
    .requiredOption('--workshop <id>', 'the workshop where they were shown, as info lists it')
    .requiredOption('--by <name>', 'who keyed them in, by name or initials', title)
    .option('--group <name>', 'the group of all rows that name none')
    .option('--present <number>', 'the people in the room for all rows that do not say it')
    .option('--criterion <name>', 'the criterion of all rows that name none')
    .option('--round <number>', 'the round of all rows that name none; left out, 1')
    .addOption(
      new Option(
        '--hidden-rows <what>',
        'what becomes of rows that are hidden or struck out',
      ).choices(['keep', 'leave']),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(record)
}

/** The words that an option gives to all rows which do not say them. */
const saidBy = ({ group, present, criterion, round }: HandsOptions) =>
  Object.fromEntries(
    Object.entries({ group, present, criterion, round }).filter(([, text]) => text !== undefined),
  )

async function record(book: string, file: string, options: HandsOptions): Promise<void> {
  const { workshop, by, hiddenRows, json } = options
  try {
    const entered = await withWorkbook(book, async workbook => {
      const { path, name } = namedFile(file)
      const reading = await readSpreadsheet(forkReader(), path)
      return enterHands(
        workbook,
        { workshop, reading, name },
        { said: saidBy(options), hiddenRows },
        by,
      )
    })
    const { lines, hands, unreadSheets, elsewhere } = entered
    const passedOver = elsewhere > 0 ? { elsewhere } : {}
    if (json) printJson({ file, lines, hands, unreadSheets, ...passedOver })
    else {
      print(`${counted(lines, 'line')} with ${counted(hands, 'hand')}.`)
      if (elsewhere > 0) talk(handsElsewhereWords(elsewhere))
      if (unreadSheets.length > 0) talk(`Sheets without hands: ${unreadSheets.join(', ')}.`)
    }
  } catch (error) {
    if (error instanceof WorkbookError) sayWhy(error, file, json)
    throw error
  }
}
