import { RECOMPUTE_WORDS } from '../../../shared/messages/data-package.ts'
import type { QuantileDefinition } from '../../../shared/model/results.ts'
import {
  fewestAnswers,
  type RuleTest,
  type Stability,
  stabilityFor,
  testFor,
} from '../../../shared/model/rules.ts'
import type { ExportMaterial } from '../material/material.ts'
import {
  END_IN_R,
  FIGURES_IN_R,
  OVER_ALL_IN_R,
  RULE_IN_R,
  wholeInR,
} from './recompute-functions.ts'
import { stabilityInR } from './recompute-stability.ts'

/** The types of R's own quantile(), by definition. */
const TYPES: Readonly<Record<QuantileDefinition, number>> = { 'R-7': 7, 'R-6': 6, 'R-2': 2 }

/**
 * A script in base R that computes every figure of the results anew, from ratings.csv and asked.csv alone, and says
 * where it comes to another one than the tables beside it. It has R's own quantile() and sd(), and a rule of shares'
 * changes to flip by trying every division of the answers.
 */
export function recomputeScript({ results, scale, hands }: ExportMaterial): string {
  const test = testFor(results.ruleUsed, scale.length)
  const stability = stabilityFor(results.ruleUsed, scale.length)
  const head = RECOMPUTE_WORDS.map(line => `# ${line}`)
  const parameters = [
    `levels_of_scale <- ${scale.length}`,
    `quantile_type <- ${TYPES[results.quantile]}`,
    `results_round <- ${results.round}`,
    `fewest_answers <- ${Math.max(1, fewestAnswers(results.ruleUsed))}`,
    `rule <- ${test ? ruleInR(test) : 'NULL'}`,
    ...(stability ? [`stability <- ${ruleInR(stability)}`] : []),
  ]
  // Hands are of no person, so nothing that compares people has them.
  const persons = hands.length > 0 ? 'persons' : 'ratings'
  const whole = wholeInR(hands.length > 0)
  const compared = stability ? [whole, stabilityInR(persons)] : [whole]
  const parts = [FIGURES_IN_R, RULE_IN_R, OVER_ALL_IN_R, ...compared, END_IN_R]
  return `${[...head, '', ...parameters, '', ...parts].join('\n')}\n`
}

function ruleInR(test: RuleTest | Stability): string {
  const entries = Object.entries(test).flatMap(([name, value]) => {
    if (typeof value === 'object') {
      return Object.entries(value).map(([inner, of]) => `${name}_${inner} = ${literal(of)}`)
    }
    return [`${name} = ${literal(value)}`]
  })
  return `list(${entries.join(', ')})`
}

function literal(value: unknown): string {
  if (value === true) return 'TRUE'
  return typeof value === 'number' ? String(value) : `"${String(value)}"`
}
