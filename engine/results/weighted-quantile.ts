import { assertNever } from '../../shared/assert-never.ts'
import type { QuantileDefinition } from '../../shared/model/results.ts'

/** Answers that do not all weigh the same. */
export interface WeightedAnswers {
  /** The share of all weight at each level, lowest level first; they add up to 1. */
  readonly shares: readonly number[]
  /** How many answers of one weight would say as much: Kish's effective sample size. */
  readonly effectiveN: number
}

/** Sums of fractions are out by a hair, and a share that is exactly one half must count as that. */
const HAIR = 1e-12

/**
 * A percentile (`percent` from 0 to 100) of weighted answers, in levels: the definitions of Hyndman and Fan as Akinshin
 * ("Weighted quantile estimators", arXiv 2304.07265, 2023) carries them over to weights. With weights that are all the
 * same it is the plain percentile.
 */
export function weightedPercentile(
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
