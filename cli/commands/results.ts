import type { Command } from 'commander'
import { consolidate } from '../../engine/results/consolidate.ts'
import type { Results } from '../../shared/model/results.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { counted, print, printJson, printTable } from '../output.ts'
import { several, wholeNumber } from '../values.ts'
import { withWorkbook } from '../with-workbook.ts'

interface ResultsOptions {
  readonly workshop?: string[]
  readonly round: number
  readonly json?: true
}

const EXAMPLES = `
Examples:
  workbook results spring.sqlite
  workbook results spring.sqlite --workshop 01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f --round 2 --json`

/** `results BOOK`: consolidated results over current ratings. */
export function addResults(program: Command): void {
  program
    .command('results')
    .description('consolidate the ratings of every indicator')
    .argument('<book>', 'a workbook file')
    .option('--workshop <id>', 'count this workshop only; may be given more than once', several)
    .option('--round <n>', 'the round of rating', wholeNumber(1, 99), 1)
    .option('--json', 'print JSON, with every figure unrounded and the groups')
    .addHelpText('after', EXAMPLES)
    .action((book: string, { workshop, round, json }: ResultsOptions) =>
      withWorkbook(book, workbook => {
        const results = consolidate(workbook, { round, ...(workshop && { workshops: workshop }) })
        if (json) printJson(results)
        else printResults(results, workbook.madeUp)
      }),
    )
}

function printResults(results: Results, madeUp: boolean): void {
  const people = counted(results.participants, 'participant')
  print(
    `${people}, round ${results.round}, quartiles ${results.quantile}${madeUp ? ', made up' : ''}`,
  )
  print('')
  printTable(
    ['code', 'criterion', 'n', 'missing', 'mean', 'median', 'q1', 'q3', 'fav. %', 'indicator'],
    results.indicators.flatMap(({ code, title, criteria }) =>
      CRITERIA.map(criterion => {
        const { n, missing, mean, median, q1, q3, favourable } = criteria[criterion]
        const share = favourable === null ? null : Math.round(favourable * 100)
        return [code, criterion, n, missing, mean, median, q1, q3, share, title]
      }),
    ),
  )
}
