import { assertNever } from '../../../shared/assert-never.ts'
import type { EqualGroups, QuantileDefinition } from '../../../shared/model/results.ts'
import { FAVOURABLE_LEVELS } from '../../../shared/model/scale.ts'
import { agreementA } from './agreement-statistics.ts'
import { type GroupedCounts, total } from './descriptive-statistics.ts'

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
  mean: null,
  sd: null,
  median: null,
  q1: null,
  q3: null,
  iqr: null,
  meanAbsoluteDeviation: null,
  favourable: null,
  unfavourable: null,
  agreementA: null,
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

/** Answers that do not all weigh the same. */
interface WeightedAnswers {
  /** The share of all weight at each level, lowest level first; they add up to 1. */
  readonly shares: readonly number[]
  /** Kish's effective sample size: the number of equally weighted answers with the same precision. */
  readonly effectiveN: number
}

/** Sums of fractions are out by a hair, and a share that is exactly one half must count as that. */
const HAIR = 1e-12

/**
 * A percentile (`percent` from 0 to 100) of weighted answers, in levels: the definitions of Hyndman and Fan as Akinshin
 * ("Weighted quantile estimators", arXiv 2304.07265, 2023) carries them over to weights. With weights that are all the
 * same it is the plain percentile.
 */
function weightedPercentile(
  { shares, effectiveN: n }: WeightedAnswers,
  percent: number,
  definition: QuantileDefinition,
): number {
  const p = percent / 100
  switch (definition) {
    case 'R-7':
      return meanBetween(shares, { n, position: (n - 1) * p + 1 })
    case 'R-6':
      return meanBetween(shares, { n, position: Math.min(Math.max((n + 1) * p, 1), n) })
    case 'R-2':
      return (levelAt(shares, p - HAIR) + levelAt(shares, p + HAIR)) / 2
    default:
      return assertNever(definition)
  }
}

/** The mean level of the answers whose weight lies within one answer's width below a position. */
function meanBetween(
  shares: readonly number[],
  { n, position }: { readonly n: number; readonly position: number },
): number {
  const [from, to] = [(position - 1) / n, position / n]
  let [below, sum] = [0, 0]
  for (const [index, share] of shares.entries()) {
    const within = Math.min(below + share, to) - Math.max(below, from)
    if (within > 0) sum += (index + 1) * within * n
    below += share
  }
  return Math.round(sum / HAIR) * HAIR
}

/** The lowest level up to which there is as much weight as this; the highest that anyone chose for more. */
function levelAt(shares: readonly number[], wanted: number): number {
  let below = 0
  for (const [index, share] of shares.entries()) {
    below += share
    if (share > 0 && below >= wanted) return index + 1
  }
  return shares.findLastIndex(share => share > 0) + 1
}
