import type { Command } from 'commander'
import { wholeNumber } from './values.ts'

/** Where in a spreadsheet a framework stands. */
export interface SheetOptions {
  readonly sheet?: string
  readonly headerRow?: number
}

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
}
