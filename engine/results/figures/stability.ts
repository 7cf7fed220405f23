import { assertNever } from '../../../shared/assert-never.ts'
import type { StabilityFound } from '../../../shared/model/results.ts'
import type { Stability } from '../../../shared/model/rules.ts'
import { type Counts, percentileInHundredths, total } from './descriptive-statistics.ts'
import type { Judging } from './verdict.ts'

/** The answers of the same people in an earlier round and in a later one. */
export interface TwoRounds {
  readonly before: Counts
  readonly after: Counts
  /** The levels of each person who chose one in both: the earlier, then the later. */
  readonly pairs: readonly (readonly [number, number])[]
}

/** A comparison of two rounds, by a condition of the rule (docs/statistics.md names where such conditions come from). */
export function stabilityOf(
  { before, after, pairs }: TwoRounds,
  condition: Stability,
  { quantile, atLeastAnswers = 1 }: Pick<Judging, 'quantile' | 'atLeastAnswers'>,
): Omit<StabilityFound, 'since'> {
  const change = (figure: (counts: Counts) => number | null): number | null => {
    const [was, is] = [figure(before), figure(after)]
    return was === null || is === null ? null : (is - was) / 100
  }
  const at = (percent: number) => (counts: Counts) =>
    percentileInHundredths(counts, percent, quantile)
  const medianChange = change(at(50))
  const iqrChange = change(counts => {
    const [q1, q3] = [at(25)(counts), at(75)(counts)]
    return q1 === null || q3 === null ? null : q3 - q1
  })
  const found = { paired: pairs.length, near: nearOf(pairs, condition), medianChange, iqrChange }
  const fewest = condition.kind === 'people' ? pairs.length : Math.min(total(before), total(after))
  const isEnough = fewest >= Math.max(1, atLeastAnswers)
  return { ...found, stable: isEnough ? isStable(found, condition) : null }
}

const nearOf = (pairs: TwoRounds['pairs'], condition: Stability): number | null =>
  condition.kind === 'people'
    ? pairs.filter(([was, is]) => Math.abs(is - was) <= condition.within).length
    : null

function isStable(
  { paired, near, medianChange, iqrChange }: Omit<StabilityFound, 'since' | 'stable'>,
  condition: Stability,
): boolean {
  switch (condition.kind) {
    case 'people':
      return 100 * (near ?? 0) >= condition.atLeastPercent * paired
    case 'median':
      return (
        Math.abs(medianChange ?? 0) <= condition.medianAtMost &&
        (condition.iqrAtMost === undefined || Math.abs(iqrChange ?? 0) <= condition.iqrAtMost)
      )
    default:
      return assertNever(condition)
  }
}
