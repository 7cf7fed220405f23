import type { Command } from 'commander'
import { WorkbookError } from '../../engine/errors.ts'
import { plainCode } from '../../engine/frameworks/read/words/codes.ts'
import { withKeptNumbers } from '../../engine/frameworks/versions/keep-numbers.ts'
import {
  compareVersion,
  loadVersion,
  type NewFramework,
} from '../../engine/frameworks/versions/load-version.ts'
import { knownFramework } from '../../engine/frameworks/versions/prepare-version.ts'
import type { ReadableStore } from '../../engine/store/store.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { assertNever } from '../../shared/assert-never.ts'
import { changesInWords, placeInWords } from '../../shared/messages/framework.ts'
import { FIELD_WORDS } from '../../shared/messages/indicator-fields.ts'
import { picturesNamed } from '../../shared/messages/pictures/pictures.ts'
import type {
  ChangedIndicator,
  VersionChange,
  VersionComparison,
  VersionDecision,
  VersionQuestion,
} from '../../shared/model/framework.ts'
import { type FrameworkOptions, readFramework, withWorkbook } from '../inputs.ts'
import { several } from '../options.ts'
import { CommandFailure, counted, print, printJson, talk } from '../output.ts'
import { pictureProblemLines, pictureProblemsInJson } from '../picture-files.ts'
import { withPicturesOption, withSheetOptions } from '../sheet-options.ts'

interface LoadOptions extends MatchOptions, FrameworkOptions {
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
  withPicturesOption(
    withSheetOptions(
      program
        .command('load')
        .description('load a changed framework as a new version, and say what changed')
        .argument('<book>', 'a workbook file')
        .argument('<file>', 'the changed framework: a csv, xlsx, xls or ods file'),
    ),
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
  const { readWith, pictureProblems, namedPictures, ...read } = await readFramework(file, options)
  await withWorkbook(book, workbook => {
    const framework = withKeptNumbers(workbook.store, read)
    const { comparison, decisions } = compare(workbook, framework, options)
    const { against, questions } = comparison
    const isReady = !options.dryRun && questions.length === 0
    const loaded = isReady ? loadVersion(workbook, { framework, decisions, against }) : null
    const problems = pictureProblemsInJson(pictureProblems)
    if (options.json) {
      const pictures = problems.length > 0 ? { pictureProblems: problems } : {}
      printJson({ file, version: loaded, ...comparison, ...pictures })
    } else {
      printOutcome(comparison, loaded?.isNew ?? null)
      for (const line of pictureProblemLines(pictureProblems)) talk(line)
    }
    if (loaded && !options.json) {
      if (loaded.terms !== undefined)
        talk(`Loaded ${counted(loaded.terms, 'term')} of its glossary.`)
      if (loaded.translated !== undefined)
        talk(`Loaded the words of ${counted(loaded.translated, 'indicator')} in other languages.`)
      if (loaded.pictured !== undefined)
        talk(`Loaded the pictures of ${counted(loaded.pictured, 'indicator')}.`)
      if (namedPictures > 0) talk(picturesNamed(namedPictures))
      talk(`Read with ${readWith}`)
    }
    if (!options.dryRun && questions.length > 0) {
      throw new WorkbookError('FRAMEWORK_UNSETTLED', { file, questions: questions.length })
    }
  })
}

function compare({ store }: Workbook, { indicators }: NewFramework, options: LoadOptions) {
  const decided = readDecisions(store, options)
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

/** The options that decide about indicators of a changed framework, by their codes. */
interface MatchOptions {
  readonly same?: readonly string[]
  readonly split?: readonly string[]
  readonly new?: readonly string[]
}

/** The decisions that options name. Throws UNKNOWN_INDICATOR for a code that no version has. */
function readDecisions(store: ReadableStore, options: MatchOptions): VersionDecision[] {
  const { inUse, earlier } = knownFramework(store)
  // Those in use come last, so that they win over retired ones of the same code.
  const ids = new Map([...earlier, ...inUse].map(({ code, id }) => [plainCode(code), id]))
  const paired = (pairs: readonly string[] = [], means: 'same' | 'split'): VersionDecision[] =>
    pairs.map(pair => {
      const [code = '', old = ''] = pair.split('=')
      const indicator = ids.get(plainCode(old))
      if (old === '') throw new CommandFailure(`Give two codes, as in --${means} C1.4=C1.3.`, 2)
      if (!indicator) throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: old })
      return { code, means, indicator }
    })
  return [
    ...paired(options.same, 'same'),
    ...paired(options.split, 'split'),
    ...(options.new ?? []).map((code): VersionDecision => ({ code, means: 'new' })),
  ]
}

/** Every change, with the old and the new text. */
function printDifference({ difference, ratings }: VersionComparison): void {
  for (const change of difference.changes) {
    const rated = ratings[change.indicator] ?? 0
    const note = rated === 0 ? '' : ` (${counted(rated, 'rating')})`
    for (const line of changeLines(change, note)) print(line)
  }
}

function changeLines(change: VersionChange, note: string): readonly string[] {
  const { code, title } = change
  switch (change.kind) {
    case 'added':
      return [`added ${code}: ${title}${change.splitFrom ? `, a part of ${change.splitFrom}` : ''}`]
    case 'removed':
      return [`removed ${code}: ${title}${note}`]
    case 'split':
      return [`split ${code}: ${title}${note}, into ${change.into.join(', ')}`]
    case 'changed':
      return changedIndicatorLines(change, note)
    default:
      return assertNever(change)
  }
}

function changedIndicatorLines(change: ChangedIndicator, note: string): readonly string[] {
  const { code, isRestored, recoded, moved, reworded } = change
  return [
    ...(isRestored ? [`brought back ${code}${note}`] : []),
    ...(recoded ? [`recoded ${recoded.before} to ${recoded.after}${note}`] : []),
    ...(moved
      ? [`moved ${code}${note} from ${placeInWords(moved.before)} to ${placeInWords(moved.after)}`]
      : []),
    ...reworded.flatMap(({ field, before, after }) => [
      `reworded ${code}${note}, ${FIELD_WORDS[field].name.toLowerCase()}`,
      `  - ${before.replace(/\s+/g, ' ')}`,
      `  + ${after.replace(/\s+/g, ' ')}`,
    ]),
  ]
}

/** The questions that are still open, each with the option that would decide it. */
function printQuestions(questions: readonly VersionQuestion[]): void {
  for (const { code, title, reason, candidates, suggested } of questions) {
    print(`to decide ${code}: ${title} (${reason})`)
    for (const each of candidates) {
      const likeness = `${Math.round(each.likeness * 100)} % alike`
      print(`  ${each.code}: ${each.title} (${likeness}${each.inUse ? '' : ', retired'})`)
    }
    print(`  suggested: ${optionFor(suggested, candidates)}`)
  }
}

function optionFor(decision: VersionDecision, candidates: VersionQuestion['candidates']): string {
  if (decision.means === 'new') return `--new ${decision.code}`
  const old = candidates.find(({ indicator }) => indicator === decision.indicator)?.code ?? ''
  return `--${decision.means} ${decision.code}=${old}`
}
