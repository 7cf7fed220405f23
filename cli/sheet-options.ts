import { type Command, Option } from 'commander'
import { columnMapping, repeatedCodes } from './mapping.ts'
import { several } from './options.ts'
import { wholeNumber } from './whole-number.ts'

/** The last row that any spreadsheet has. */
const LAST_ROW = 1_048_576

/** Adds the options that say where in a spreadsheet a framework stands. */
export function withSheetOptions(command: Command): Command {
  return command
    .option('--sheet <name>', 'the sheet to read; left out, the one most like a framework')
    .option(
      '--header-row <number>',
      'the row of the headings; left out, the one most like headings',
      wholeNumber(1, LAST_ROW),
    )
    .option(
      '--map <fields>',
      'the columns of fields, such as code=B,title=C,section=D+E; none for code=',
      columnMapping,
    )
    .addOption(
      new Option(
        '--number-codes [how]',
        'numbers indicators that have no code: all from N001 on, or in their sections',
      )
        .choices(['all', 'sections'])
        .preset('all'),
    )
    .option(
      '--repeated-codes <how>',
      'what becomes of codes that several indicators have: section, number, first, or a column such as C',
      repeatedCodes,
    )
    .option('--no-glossary', 'leaves out the words that the file explains beside the framework')
    .option(
      '--mapping <file>',
      'the choices about such a file, as the page or check --json saved them',
    )
}

/** Adds the option for the pictures that go with a framework. */
export const withPicturesOption = (command: Command): Command =>
  command.option(
    '--pictures <path>',
    'a picture of an indicator, called as its code, or a folder of them; may be given more than once',
    several,
  )
