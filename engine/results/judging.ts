import { DEFAULT_RULE, RULES } from '../../shared/model/built-in-rules.ts'
import { DEFAULT_QUANTILE, type ResultsScope } from '../../shared/model/results.ts'
import { type ConsensusRule, testFor } from '../../shared/model/rules.ts'
import type { Scale } from '../../shared/model/scale.ts'
import { WorkbookError } from '../errors.ts'
import type { Judging } from './verdict.ts'

/** The rule that a scope asks for: one of the program's, a study's own, or the default. */
export function ruleOf({ rule = DEFAULT_RULE }: Pick<ResultsScope, 'rule'>): ConsensusRule {
  return typeof rule === 'string' ? RULES[rule] : rule
}

/** How answers on a scale are judged by a rule. Throws RULE_OFF_SCALE. */
export function judgingBy(
  rule: ConsensusRule,
  scale: Scale,
  { quantile = DEFAULT_QUANTILE }: Pick<ResultsScope, 'quantile'>,
): Judging {
  const test = testFor(rule, scale.length)
  if (test) return { test, quantile }
  throw new WorkbookError('RULE_OFF_SCALE', {
    rule: rule.name,
    levels: scale.length,
    scales: rule.scales.map(({ levels }) => levels),
  })
}
