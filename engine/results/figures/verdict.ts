import { assertNever } from '../../../shared/assert-never.ts'
import {
  DEFAULT_QUANTILE,
  type JudgedSummary,
  type Priority,
  type QuantileDefinition,
  type ResultsScope,
} from '../../../shared/model/results.ts'
import {
  type ConsensusRule,
  DEFAULT_RULE,
  type MedianTest,
  RULES,
  type RuleTest,
  type SharesTest,
  testFor,
  type Verdict,
} from '../../../shared/model/rules.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { WorkbookError } from '../../errors.ts'
import {
  type Counts,
  type GroupedCounts,
  percentileInHundredths,
  sumCounts,
  total,
} from './descriptive-statistics.ts'
import { closenessOf } from './verdict-conditions.ts'

/** A rule prepared for a scale: its test there, and the definition of percentiles. */
export interface Judging {
  readonly test: RuleTest
  readonly quantile: QuantileDefinition
}

/**
 * The distributions that a test looks at one by one: those of the groups that answered where the rule
 * asks every group, and otherwise one of everybody.
 */
export function partsToJudge(test: RuleTest, groups: GroupedCounts): GroupedCounts {
  const parts = test.kind === 'shares' && test.each === 'group' ? groups : [sumCounts(groups)]
  return parts.filter(counts => total(counts) > 0)
}

/** The verdict of a rule on some groups: the one that all parts share, else "none"; "none" for no answers. */
export function verdictOf(groups: GroupedCounts, { test, quantile }: Judging): Verdict {
  const verdicts = partsToJudge(test, groups).map(counts => verdictOfPart(counts, test, quantile))
  const [first = 'none'] = verdicts
  return verdicts.every(verdict => verdict === first) ? first : 'none'
}

function verdictOfPart(counts: Counts, test: RuleTest, quantile: QuantileDefinition): Verdict {
  switch (test.kind) {
    case 'shares':
      return verdictByShares(counts, test)
    case 'median':
      return verdictByMedian(counts, test, quantile)
    default:
      return assertNever(test)
  }
}

function verdictByShares(counts: Counts, test: SharesTest): Verdict {
  const n = total(counts)
  const highest = total(counts.slice(-test.high))
  const lowest = total(counts.slice(0, test.low))
  // Whole numbers on both sides: 3 of 20 is exactly 15 %, and so not under it.
  const enough = (answers: number): boolean => answers * 100 >= test.atLeastPercent * n
  const few = (answers: number): boolean => answers * 100 < test.underPercent * n
  if (enough(highest) && few(lowest)) return 'in'
  if (enough(lowest) && few(highest)) return 'out'
  return 'none'
}

function verdictByMedian(
  counts: Counts,
  { inFrom, outUpTo, spread }: MedianTest,
  quantile: QuantileDefinition,
): Verdict {
  const { lowPercent, highPercent, isClose } = closenessOf(spread)
  const low = percentileInHundredths(counts, lowPercent, quantile)
  const high = percentileInHundredths(counts, highPercent, quantile)
  const median = percentileInHundredths(counts, 50, quantile)
  if (low === null || high === null || median === null || !isClose(low, high)) return 'none'
  if (median >= inFrom * 100) return 'in'
  return median <= outUpTo * 100 ? 'out' : 'none'
}

/** The rule that a scope asks for: one of the program's, a study's own, or the default. */
export function ruleOf({ rule = DEFAULT_RULE }: Pick<ResultsScope, 'rule'>): ConsensusRule {
  return typeof rule === 'string' ? RULES[rule] : rule
}

/** Prepares a rule for the answers on a scale. Throws RULE_OFF_SCALE. */
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

/**
 * The priority of an indicator: a criterion counts as met when its verdict is "in". Null until both
 * criteria have an answer.
 */
export function priorityOf(usefulness: JudgedSummary, usability: JudgedSummary): Priority | null {
  if (usefulness.n === 0 || usability.n === 0) return null
  const isUsable = usability.verdict === 'in'
  if (usefulness.verdict === 'in') return isUsable ? 'keep' : 'make usable'
  return isUsable ? 'make useful' : 'rethink'
}
