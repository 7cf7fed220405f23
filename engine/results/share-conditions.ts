import type { SharesTest } from '../../shared/model/rules.ts'
import type { Condition, Conditions } from './fewest-changes.ts'

/** What makes a verdict and what undoes it: for each, sets of conditions of which one must hold. */
export interface VerdictConditions {
  readonly in: readonly Conditions[]
  readonly notIn: readonly Conditions[]
  readonly out: readonly Conditions[]
  readonly notOut: readonly Conditions[]
}

/** The verdicts of a rule of shares as conditions on `n` sorted answers (1 or more). */
export function shareConditions(test: SharesTest, n: number, levels: number): VerdictConditions {
  const enough = fewestAtLeast(test.atLeastPercent, n)
  const tooMany = fewestAtLeast(test.underPercent, n)
  const highest = (answers: number): Condition => ({
    position: n - answers,
    is: 'at least',
    level: levels - test.high + 1,
  })
  const notHighest = (answers: number): Condition => ({
    position: n - answers,
    is: 'at most',
    level: levels - test.high,
  })
  const lowest = (answers: number): Condition => ({
    position: answers - 1,
    is: 'at most',
    level: test.low,
  })
  const notLowest = (answers: number): Condition => ({
    position: answers - 1,
    is: 'at least',
    level: test.low + 1,
  })
  return {
    in: [[highest(enough), notLowest(tooMany)]],
    notIn: [[notHighest(enough)], [lowest(tooMany)]],
    out: [[lowest(enough), notHighest(tooMany)]],
    notOut: [[notLowest(enough)], [highest(tooMany)]],
  }
}

/** The smallest number of answers that is at least this share of `n`: 3 of 20 is 15 %, not under it. */
function fewestAtLeast(percent: number, n: number): number {
  return Math.ceil((percent * n) / 100)
}
