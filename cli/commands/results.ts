import { type Command, Option } from 'commander'
import { consolidateWithAgreement } from '../../engine/results/consolidate.ts'
import { asRecorded } from '../../engine/results/rating-basis.ts'
import { ruleNamed } from '../../engine/rules/rules.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { undefinedReasons } from '../../shared/messages/agreement.ts'
import { handsWords } from '../../shared/messages/data-entry/hands.ts'
import { conflictWords } from '../../shared/messages/results.ts'
import {
  DISAGREEMENT_WORDS,
  PRIORITY_WORDS,
  ruleWords,
  stabilityTally,
  stabilityWords,
} from '../../shared/messages/rules.ts'
import { type Wording, wording } from '../../shared/model/rating.ts'
import {
  CONFLICTS_COUNTED,
  type ConflictsCounted,
  type ResultsWithAgreement,
} from '../../shared/model/results.ts'
import type { ScaleLength } from '../../shared/model/scale.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { withWorkbookToRead } from '../inputs.ts'
import { type JudgingOptions, quantileOption, ruleOption, several } from '../options.ts'
import { counted, print, printJson, printTable } from '../output.ts'
import { wholeNumber } from '../whole-number.ts'

interface ResultsOptions extends JudgingOptions {
  readonly workshop?: string[]
  readonly round: number
  readonly wording?: Wording
  readonly conflicts?: ConflictsCounted
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook results spring.sqlite
  workbook results spring.sqlite --rule iqr --quantile R-6
  workbook results spring.sqlite --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --round 2 --json`

/** `results BOOK`: consolidated results over current ratings. */
export function addResults(program: Command): void {
  program
    .command('results')
    .description('consolidate the ratings of every indicator')
    .argument('<book>', 'a workbook file')
    .option('--workshop <id>', 'count this workshop only; may be given more than once', several)
    .option('--round <n>', 'the round of rating', wholeNumber(1, 99), 1)
    .addOption(
      new Option('--wording <words>', 'count only ratings made with these words on screen').choices(
        [...wording.options],
      ),
    )
    .addOption(
      new Option('--conflicts <how>', 'two current ratings of one question: left out, or the later')
        .choices(CONFLICTS_COUNTED)
        .default('left out'),
    )
    .addOption(ruleOption())
    .addOption(quantileOption())
    .option('--json', 'print JSON, with every figure unrounded and the groups')
    .addHelpText('after', EXAMPLES)
    .action((book: string, { workshop, json, ...scope }: ResultsOptions) =>
      withWorkbookToRead(book, workbook => {
        const results = consolidateWithAgreement(asRecorded(workbook), {
          ...scope,
          rule: ruleNamed(workbook.store, scope.rule),
          ...(workshop && { workshops: workshop }),
        })
        if (json) printJson(results)
        else printResults(results, workbook)
      }),
    )
}

function printResults(results: ResultsWithAgreement, { madeUp, scale }: Workbook): void {
  const people = counted(results.participants, 'participant')
  const { quantile, ruleUsed, conflicts } = results
  print(`${people}, round ${results.round}, quartiles ${quantile}${madeUp ? ', made up' : ''}`)
  print(
    `Verdicts by ${ruleUsed.name}, version ${ruleUsed.version}. ${ruleWords(ruleUsed, scale.length)}`,
  )
  if (conflicts.keys > 0) print(conflictWords(conflicts))
  for (const words of handsWords(results)) print(words)
  print('')
  printIndicators(results)
  printStability(results, scale.length)
  print('')
  printAgreement(results)
  print('')
  for (const [word, meaning] of Object.entries({ ...PRIORITY_WORDS, ...DISAGREEMENT_WORDS })) {
    print(`${word}: ${meaning}`)
  }
  print('flips: how many people changing their answer would change the verdict.')
}

const INDICATOR_HEADINGS = [
  ...['code', 'criterion', 'n', 'asked', 'missing', 'mean', 'median', 'q1', 'q3', 'fav. %'],
  ...['verdict', 'flips', 'answers', 'priority', 'indicator'],
]

function printIndicators({ indicators }: ResultsWithAgreement): void {
  printTable(
    INDICATOR_HEADINGS,
    indicators.flatMap(({ code, title, criteria, priority }) =>
      CRITERIA.map(criterion => {
        const { n, asked, missing, mean, median, q1, q3, ...more } = criteria[criterion]
        const share = more.favourable === null ? null : Math.round(more.favourable * 100)
        const figures = [n, asked, missing, mean, median, q1, q3, share]
        const { verdict, changesToFlip, kind } = more
        return [code, criterion, ...figures, verdict, changesToFlip, kind, priority, title]
      }),
    ),
  )
}

/** Prints how stable each answered question is since an earlier round; nothing where the rule does not ask. */
function printStability(results: ResultsWithAgreement, levels: ScaleLength): void {
  const rows = results.indicators.flatMap(({ code, criteria }) =>
    CRITERIA.flatMap(criterion => {
      const said = stabilityWords(criteria[criterion], results.ruleUsed, levels)
      return said === '' ? [] : [[code, criterion, said]]
    }),
  )
  if (rows.length === 0) return
  print('')
  printTable(['code', 'criterion', 'between rounds'], rows)
  print(stabilityTally(results))
}

function printAgreement({ agreement }: ResultsWithAgreement): void {
  printTable(
    ['all indicators', 'n', 'alpha nominal', 'ordinal', 'interval', 'Kendall’s W', 'of people'],
    CRITERIA.map(criterion => {
      const { n, alphaNominal, alphaOrdinal, alphaInterval, ...w } = agreement[criterion]
      return [criterion, n, alphaNominal, alphaOrdinal, alphaInterval, w.kendallW, w.kendallN]
    }),
  )
  for (const criterion of CRITERIA) {
    for (const reason of undefinedReasons(agreement[criterion])) print(`${criterion}: ${reason}`)
  }
}
