import type { Command } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import type { NewFramework } from '../../engine/frameworks/load.ts'
import { compareVersion, loadVersion } from '../../engine/frameworks/load-version.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { changesInWords } from '../../shared/messages/versions.ts'
import type { VersionComparison } from '../../shared/model/versions.ts'
import { decisionsOf, type MatchOptions } from '../deciding.ts'
import { counted, print, printJson, talk } from '../output.ts'
import { printDifference, printQuestions } from '../print-difference.ts'
import { readFramework } from '../read-framework.ts'
import { type SheetOptions, withSheetOptions } from '../sheet-options.ts'
import { several } from '../values.ts'
import { withWorkbook } from '../with-workbook.ts'

interface LoadOptions extends MatchOptions, SheetOptions {
  readonly confirm?: true
  readonly dryRun?: true
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook load spring.sqlite second-draft.csv --dry-run
  workbook load spring.sqlite second-draft.csv --same C1.4=C1.3 --new C2.9
  workbook load spring.sqlite second-draft.csv --confirm --json`

/** `load BOOK FILE`: a changed framework becomes the version in use. */
export function addLoad(program: Command): void {
  withSheetOptions(
    program
      .command('load')
      .description('load a changed framework as a new version, and say what changed')
      .argument('<book>', 'a workbook file')
      .argument('<file>', 'the changed framework: a csv, xlsx, xls or ods file'),
  )
    .option(
      '--same <new=old>',
      'the indicator with this code is the one that had that code',
      several,
    )
    .option(
      '--split <new=old>',
      'the indicator with this code is a part of the one with that',
      several,
    )
    .option('--new <code>', 'the indicator with this code is a new one', several)
    .option('--confirm', 'does as suggested about every indicator that is not decided')
    .option('--dry-run', 'says what would change and stores nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(load)
}

async function load(book: string, file: string, options: LoadOptions): Promise<void> {
  const framework = await readFramework(file, options)
  await withWorkbook(book, workbook => {
    const { comparison, decisions } = compare(workbook, framework, options)
    const { against, questions } = comparison
    const isReady = !options.dryRun && questions.length === 0
    const loaded = isReady ? loadVersion(workbook, { framework, decisions, against }) : null
    if (options.json) printJson({ file, version: loaded, ...comparison })
    else printOutcome(comparison, loaded?.isNew ?? null)
    if (!options.dryRun && questions.length > 0) {
      throw new WorkbookError('FRAMEWORK_UNSETTLED', { file, questions: questions.length })
    }
  })
}

function compare({ store }: Workbook, { indicators }: NewFramework, options: LoadOptions) {
  const decided = decisionsOf(store, options)
  const comparison = compareVersion(store, indicators, decided)
  if (!options.confirm) return { comparison, decisions: decided }
  const decisions = [...decided, ...comparison.questions.map(({ suggested }) => suggested)]
  return { comparison: compareVersion(store, indicators, decisions), decisions }
}

function printOutcome(comparison: VersionComparison, isNew: boolean | null): void {
  const { difference, questions } = comparison
  const { counts } = difference
  print(`Against version ${comparison.against.slice(0, 12)}: ${changesInWords(counts)}.`)
  print(`${counted(counts.unchanged, 'indicator')} unchanged.`)
  printDifference(comparison)
  printQuestions(questions)
  if (isNew === true) talk('The changed framework is now in use.')
  if (isNew === false) talk('The framework says the same already. Nothing was stored.')
}
