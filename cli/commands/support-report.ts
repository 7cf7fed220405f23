import type { Command } from 'commander'
import { defaultLibraryFolder } from '../../engine/disk/library-folder.ts'
import { makeSupportReport } from '../../engine/support/support-report.ts'
import { thisProgram } from '../inputs.ts'
import { printText } from '../output.ts'

const EXAMPLES = `
Examples:
  workbook support-report
  workbook support-report --library workbooks > report.txt`

/** `support-report`: what whoever looks into a fault needs to know, and nothing of people. */
export function addSupportReport(program: Command): void {
  program
    .command('support-report')
    .description('print versions, settings, counts and the log, without answers, names or paths')
    .option('--library <folder>', 'the folder with the workbooks; left out, the one of this laptop')
    .addHelpText('after', EXAMPLES)
    .action(async ({ library = defaultLibraryFolder() }: { readonly library?: string }) =>
      printText(await makeSupportReport(library, thisProgram())),
    )
}
