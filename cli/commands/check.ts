import type { Command } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { mappingOf } from '../../engine/frameworks/mapping.ts'
import { checkFrameworkFile } from '../../engine/frameworks/read/check-file.ts'
import {
  COLUMN_REASON_WORDS,
  issueMessage,
  refusalMessage,
  skipMessage,
} from '../../shared/messages/check.ts'
import { FIELD_WORDS } from '../../shared/messages/indicator-fields.ts'
import { picturesFound, picturesNamed } from '../../shared/messages/pictures/pictures.ts'
import { translationFound } from '../../shared/messages/translations/translations.ts'
import type { CheckChoices, CheckOutcome, CheckReport } from '../../shared/model/check.ts'
import { choicesOf, mappingInWords, type SheetOptions } from '../mapping.ts'
import { namedFile } from '../options.ts'
import { counted, print, printJson } from '../output.ts'
import { pictureProblemLines, pictureProblemsInJson } from '../picture-files.ts'
import { withSheetOptions } from '../sheet-options.ts'
import { printReading, withMessages } from './glossary.ts'

interface CheckOptions extends SheetOptions {
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook check draft-framework.csv
  workbook check draft.xlsx --sheet "Indicators" --header-row 4 --json
  workbook check draft.xlsx --map code=B,title=C,section=D+E --number-codes sections`

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

async function check(file: string, { json, ...options }: CheckOptions): Promise<void> {
  const choices = choicesOf(options)
  const outcome = await checkFrameworkFile(forkReader(), namedFile(file), choices)
  if (json) printJson(toJson(outcome, choices))
  if ('refused' in outcome) throw new WorkbookError('FRAMEWORK_REFUSED', outcome)
  if (!json) printReport(outcome, choices)
}

/** The outcome with a sentence for each code, as programs read it. */
function toJson(outcome: CheckOutcome, choices: CheckChoices): unknown {
  const { file } = outcome
  if ('refused' in outcome) {
    const { refused, sheets } = outcome
    return { file, refused: { code: refused.code, message: refusalMessage(file, refused) }, sheets }
  }
  return {
    ...outcome,
    ...(outcome.glossary && { glossary: withMessages(outcome.glossary) }),
    ...(outcome.placedPictures && {
      placedPictures: {
        ...outcome.placedPictures,
        problems: pictureProblemsInJson(outcome.placedPictures.problems),
      },
    }),
    mapping: mappingOf(outcome, choices),
    issues: outcome.issues.map(issue => {
      const { severity, code, sheet, cell, field, text, options, count, cells } = issue
      const message = issueMessage(issue)
      return { severity, code, sheet, cell, message, field, text, options, count, cells }
    }),
    skipped: outcome.skipped.map(skipped => {
      const { row, sheet, code } = skipped
      return { row, sheet, code, reason: skipMessage(skipped) }
    }),
  }
}

/** Prints how many pictures rows name and hold, and what is wrong with those that lie in the file. */
function printPictures({ pictures = [], placedPictures }: CheckReport): void {
  const named = pictures.filter(({ name }) => name !== null).length
  if (named > 0) print(picturesNamed(named))
  if (!placedPictures) return
  print(`Pictures: ${picturesFound(placedPictures)}.`)
  for (const line of pictureProblemLines(placedPictures.problems)) print(line)
}

/** Counts the cells with a problem of this weight, including those that are not listed one by one. */
const cellsWith = (
  issues: CheckReport['issues'],
  wanted: CheckReport['issues'][number]['severity'],
) => issues.reduce((sum, { severity, count }) => sum + (severity === wanted ? count : 0), 0)

function printReport(report: CheckReport, choices: CheckChoices): void {
  const { sheet, headerRow, candidates, clean, issues, skipped } = report
  const indicators = counted(candidates, 'indicator')
  print(
    `${indicators} in the sheet ${sheet} (headings in row ${headerRow}), ${clean} without error.`,
  )
  print(
    `${counted(cellsWith(issues, 'error'), 'error')}, ${counted(cellsWith(issues, 'warning'), 'warning')}, ` +
      `${counted(skipped.length, 'row')} skipped.`,
  )
  print(`Read with ${mappingInWords(mappingOf(report, choices))}`)
  for (const { column, field, because } of report.tableColumns) {
    const reasons = because.map(reason => COLUMN_REASON_WORDS[reason])
    if (field && reasons.length > 0) {
      print(`${column} is the ${FIELD_WORDS[field].inFiles}, because ${reasons.join('; ')}.`)
    }
  }
  for (const issue of issues) {
    const { severity, cell, count } = issue
    const cells = count > 1 ? ` (${counted(count, 'cell')})` : ''
    print(`${severity} ${cell}${cells}: ${issueMessage(issue)}`)
  }
  if (
    issues.some(
      ({ code, data }) => code === 'duplicate-code' && 'restarts' in data && data.restarts,
    )
  ) {
    print(
      'Codes begin anew in each section: --repeated-codes section puts the section before each.',
    )
  }
  for (const one of report.translations ?? []) {
    print(`${translationFound(one, report.indicators.length)}.`)
  }
  printPictures(report)
  if (report.glossary) printReading(report.glossary)
  for (const one of skipped) {
    const where = one.sheet === undefined ? '' : ` of ${one.sheet}`
    print(`skipped row ${one.row}${where}: ${skipMessage(one)}`)
  }
}
