import { type Counts, total } from './counts.ts'
import { percentile } from './quantile.ts'

/** The sum of a figure of each answer's level. */
function sumOver(counts: Counts, figure: (level: number) => number): number {
  return counts.reduce((sum, count, index) => sum + count * figure(index + 1), 0)
}

/** The arithmetic mean of the levels' values. Null for no answers. */
export function mean(counts: Counts): number | null {
  const n = total(counts)
  return n === 0 ? null : sumOver(counts, level => level) / n
}

/** The sum of the squared distances of the answers from their mean; 0 for no answers. */
export function sumOfSquares(counts: Counts): number {
  const centre = mean(counts)
  return centre === null ? 0 : sumOver(counts, level => (level - centre) ** 2)
}

/** The sample's standard deviation, with n - 1 in the denominator. Null for fewer than two answers. */
export function standardDeviation(counts: Counts): number | null {
  const n = total(counts)
  return n < 2 ? null : Math.sqrt(sumOfSquares(counts) / (n - 1))
}

/**
 * The mean absolute deviation from the median, in levels. It is the same for every definition of the
 * median: between the two middle answers the sum of distances does not change. Null for no answers.
 */
export function meanAbsoluteDeviation(counts: Counts): number | null {
  const middle = percentile(counts, 50, 'R-7')
  if (middle === null) return null
  return sumOver(counts, level => Math.abs(level - middle)) / total(counts)
}

/** The share of answers in the `levels` highest levels, 0 to 1. Null for no answers. */
export function shareOfHighest(counts: Counts, levels: number): number | null {
  const n = total(counts)
  return n === 0 ? null : total(counts.slice(-levels)) / n
}

/** The share of answers in the `levels` lowest levels, 0 to 1. Null for no answers. */
export function shareOfLowest(counts: Counts, levels: number): number | null {
  const n = total(counts)
  return n === 0 ? null : total(counts.slice(0, levels)) / n
}
