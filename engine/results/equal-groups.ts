import type { EqualGroups, QuantileDefinition } from '../../shared/model/results.ts'
import { FAVOURABLE_LEVELS } from '../../shared/model/scale.ts'
import { agreementA } from './agreement-a.ts'
import { type GroupedCounts, total } from './counts.ts'
import { type WeightedAnswers, weightedPercentile } from './weighted-quantile.ts'

/**
 * Figures in which each group that answered counts the same, so that a large group does not drown a
 * small one: every answer of a group of n weighs 1/n. Null where no group answered.
 */
export function weighGroupsEqually(
  groups: GroupedCounts,
  levels: number,
  quantile: QuantileDefinition,
): EqualGroups {
  const sizes = groups.map(total).filter(n => n > 0)
  const weighted = weigh(groups, levels)
  return {
    groups: sizes.length,
    ...(sizes.length === 0 ? NOTHING : figuresOf(weighted, quantile)),
    shares: Object.fromEntries(
      weighted.shares.map((share, index) => [String(index + 1), sizes.length === 0 ? null : share]),
    ),
  }
}

const NOTHING = {
  ...{ mean: null, sd: null, median: null, q1: null, q3: null, iqr: null },
  ...{ meanAbsoluteDeviation: null, favourable: null, unfavourable: null, agreementA: null },
}

/** The mean of the groups' shares at each level, and Kish's effective size, (sum of w)^2 / sum of w^2. */
function weigh(groups: GroupedCounts, levels: number): WeightedAnswers {
  const answered = groups.filter(counts => total(counts) > 0)
  const shares = Array.from(
    { length: levels },
    (_, index) =>
      answered.reduce((sum, counts) => sum + (counts[index] ?? 0) / total(counts), 0) /
      Math.max(1, answered.length),
  )
  const squares = answered.reduce((sum, counts) => sum + 1 / total(counts), 0)
  return { shares, effectiveN: answered.length === 0 ? 0 : answered.length ** 2 / squares }
}

function figuresOf(weighted: WeightedAnswers, quantile: QuantileDefinition) {
  const { shares, effectiveN } = weighted
  const sumOf = (figure: (level: number) => number) =>
    shares.reduce((sum, share, index) => sum + share * figure(index + 1), 0)
  const at = (percent: number) => weightedPercentile(weighted, percent, quantile)
  const middle = weightedPercentile(weighted, 50, 'R-2')
  const mean = sumOf(level => level)
  const [q1, q3] = [at(25), at(75)]
  return {
    mean,
    sd: spread(
      sumOf(level => (level - mean) ** 2),
      effectiveN,
    ),
    median: at(50),
    q1,
    q3,
    iqr: q3 - q1,
    meanAbsoluteDeviation: sumOf(level => Math.abs(level - middle)),
    favourable: shareOf(shares.slice(-FAVOURABLE_LEVELS)),
    unfavourable: shareOf(shares.slice(0, FAVOURABLE_LEVELS)),
    agreementA: agreementA(shares),
  }
}

const shareOf = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0)

/** The sample's standard deviation under weights, which is the plain one where all are the same. */
const spread = (variance: number, n: number): number | null =>
  n > 1 ? Math.sqrt(variance / (1 - 1 / n)) : null
