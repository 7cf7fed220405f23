import { assertNever } from '../../shared/assert-never.ts'
import type { QuantileDefinition } from '../../shared/model/results.ts'
import type { MedianTest, RuleTest, SharesTest, Verdict } from '../../shared/model/rules.ts'
import { type Counts, type GroupedCounts, sumCounts, total } from './counts.ts'
import { closenessOf } from './median-conditions.ts'
import { percentileInHundredths } from './quantile.ts'

/** How a rule is applied: its test for the scale, and the definition of percentiles. */
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

/** What the rule says: "in" or "out" where it says so of every part; "none" also for no answers. */
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
