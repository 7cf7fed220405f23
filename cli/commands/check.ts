import type { Command } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { forkReader } from '../../engine/files/fork-reader.ts'
import { checkFrameworkFile } from '../../engine/frameworks/check-file.ts'
import type { CheckReport } from '../../shared/model/check.ts'
import { counted, print, printJson } from '../output.ts'
import { namedFile } from '../values.ts'

interface CheckOptions {
  readonly sheet?: string
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook check draft-framework.csv
  workbook check draft.xlsx --sheet "Indicators" --json`

/** `check FILE`: what would be loaded of a draft framework, and every problem in it. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'read a draft framework, say what would be loaded and every problem; store nothing',
    )
    .argument('<file>', 'a csv, xlsx, xls or ods file')
    .option('--sheet <name>', 'the sheet to read; left out, the one most like a framework')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(check)
}

async function check(file: string, { sheet, json }: CheckOptions): Promise<void> {
  const outcome = await checkFrameworkFile(forkReader(), namedFile(file), { sheet })
  if (json) printJson(outcome)
  if ('refused' in outcome) throw new WorkbookError('FRAMEWORK_REFUSED', outcome)
  if (!json) printReport(outcome)
}

function printReport({ sheet, headerRow, candidates, clean, issues, skipped }: CheckReport): void {
  const indicators = counted(candidates, 'indicator')
  print(
    `${indicators} in the sheet ${sheet} (headings in row ${headerRow}), ${clean} without error.`,
  )
  for (const { severity, cell, message } of issues) print(`${severity} ${cell}: ${message}`)
  for (const { row, reason } of skipped) print(`skipped row ${row}: ${reason}`)
}
