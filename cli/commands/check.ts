import type { Command } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { checkFrameworkFile } from '../../engine/frameworks/read/check-file.ts'
import { issueMessage, refusalMessage, skipMessage } from '../../shared/messages/check.ts'
import type { CheckOutcome, CheckReport } from '../../shared/model/check.ts'
import { namedFile, type SheetOptions, withSheetOptions } from '../options.ts'
import { counted, print, printJson } from '../output.ts'

interface CheckOptions extends SheetOptions {
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook check draft-framework.csv
  workbook check draft.xlsx --sheet "Indicators" --header-row 4 --json`

/** `check FILE`: what would be loaded of a draft framework, and every problem in it. */
export function addCheck(program: Command): void {
  withSheetOptions(
    program
      .command('check')
      .description(
        'read a draft framework, say what would be loaded and every problem; store nothing',
      )
      .argument('<file>', 'a csv, xlsx, xls or ods file'),
  )
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(check)
}

async function check(file: string, { json, ...choices }: CheckOptions): Promise<void> {
  const outcome = await checkFrameworkFile(forkReader(), namedFile(file), choices)
  if (json) printJson(toJson(outcome))
  if ('refused' in outcome) throw new WorkbookError('FRAMEWORK_REFUSED', outcome)
  if (!json) printReport(outcome)
}

/** The outcome with a sentence for each code, as programs read it. */
function toJson(outcome: CheckOutcome): unknown {
  const { file } = outcome
  if ('refused' in outcome) {
    const { refused, sheets } = outcome
    return { file, refused: { code: refused.code, message: refusalMessage(file, refused) }, sheets }
  }
  return {
    ...outcome,
    issues: outcome.issues.map(issue => {
      const { severity, code, sheet, cell, field, text, options, count, cells } = issue
      const message = issueMessage(issue)
      return { severity, code, sheet, cell, message, field, text, options, count, cells }
    }),
    skipped: outcome.skipped.map(skipped => {
      const { row, code } = skipped
      return { row, code, reason: skipMessage(skipped) }
    }),
  }
}

/** Counts the cells with a problem of this weight, including those that are not listed one by one. */
const cellsWith = (
  issues: CheckReport['issues'],
  wanted: CheckReport['issues'][number]['severity'],
) => issues.reduce((sum, { severity, count }) => sum + (severity === wanted ? count : 0), 0)

function printReport({ sheet, headerRow, candidates, clean, issues, skipped }: CheckReport): void {
  const indicators = counted(candidates, 'indicator')
  print(
    `${indicators} in the sheet ${sheet} (headings in row ${headerRow}), ${clean} without error.`,
  )
  print(
    `${counted(cellsWith(issues, 'error'), 'error')}, ${counted(cellsWith(issues, 'warning'), 'warning')}, ` +
      `${counted(skipped.length, 'row')} skipped.`,
  )
  for (const issue of issues) {
    const { severity, cell, count } = issue
    const cells = count > 1 ? ` (${counted(count, 'cell')})` : ''
    print(`${severity} ${cell}${cells}: ${issueMessage(issue)}`)
  }
  for (const row of skipped) print(`skipped row ${row.row}: ${skipMessage(row)}`)
}
