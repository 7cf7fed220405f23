import { assertNever } from '../../../shared/assert-never.ts'
import type { QuantileDefinition } from '../../../shared/model/results.ts'

/**
 * The number of answers at each level: index 0 is level 1. Every figure of the results is computed from
 * this, so the order of ratings cannot matter.
 */
export type Counts = readonly number[]

/** The counts of several groups of people, on one scale. */
export type GroupedCounts = readonly Counts[]

/** The number of answers. */
export function total(counts: Counts): number {
  let sum = 0
  for (const count of counts) sum += count
  return sum
}

/** The counts of all groups together. */
export function sumCounts(groups: GroupedCounts): Counts {
  const [first = [], ...others] = groups
  return others.reduce<Counts>(
    (sum, counts) => sum.map((count, index) => count + (counts[index] ?? 0)),
    first,
  )
}

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

/**
 * The place of a percentile among the sorted answers: `hundredths` of the way from the answer at
 * position `lower` to the one at `upper`. Positions count from 0.
 */
export interface Place {
  readonly lower: number
  readonly upper: number
  readonly hundredths: number
}

/**
 * The place of a percentile of `n` answers (n is 1 or more) by a definition of Hyndman and Fan, "Sample
 * Quantiles in Statistical Packages", The American Statistician 50 (1996). `percent` is a whole number
 * from 0 to 100, so that the place is exact: 10 x 0.3 is not quite 3 in binary fractions.
 */
export function placeOf(n: number, percent: number, definition: QuantileDefinition): Place {
  switch (definition) {
    case 'R-7':
      return between(n, (n - 1) * percent)
    case 'R-6':
      return between(n, (n + 1) * percent - 100)
    case 'R-2':
      return averagedStep(n, n * percent)
    default:
      return assertNever(definition)
  }
}

/** The place at a position given in hundredths, kept within the answers there are. */
function between(n: number, position: number): Place {
  const kept = Math.min(Math.max(position, 0), (n - 1) * 100)
  const lower = Math.floor(kept / 100)
  return { lower, upper: Math.min(lower + 1, n - 1), hundredths: kept % 100 }
}

/** The step of the empirical distribution, averaged where it is flat. */
function averagedStep(n: number, position: number): Place {
  const step = Math.floor(position / 100)
  const within = (at: number) => Math.min(Math.max(at, 0), n - 1)
  if (position % 100 !== 0) return { lower: step, upper: step, hundredths: 0 }
  return { lower: within(step - 1), upper: within(step), hundredths: 50 }
}

/** The answer at a position of the sorted answers, from 0. */
function answerAt(counts: Counts, position: number): number {
  let seen = 0
  let level = 0
  for (const count of counts) {
    level += 1
    seen += count
    if (position < seen) return level
  }
  return level
}

/**
 * A percentile in hundredths of a level, a whole number: two of them can be compared without rounding.
 * Null for no answers.
 */
export function percentileInHundredths(
  counts: Counts,
  percent: number,
  definition: QuantileDefinition,
): number | null {
  const n = total(counts)
  if (n === 0) return null
  const { lower, upper, hundredths } = placeOf(n, percent, definition)
  const from = answerAt(counts, lower)
  return from * 100 + hundredths * (answerAt(counts, upper) - from)
}

/** A percentile (a whole `percent`, 0 to 100) in levels. Null for no answers. */
export function percentile(
  counts: Counts,
  percent: number,
  definition: QuantileDefinition,
): number | null {
  const exact = percentileInHundredths(counts, percent, definition)
  return exact === null ? null : exact / 100
}

/** The scale that the interpercentile range adjusted for symmetry is defined for. */
export const IPRAS_LEVELS = 9

/**
 * The interpercentile range adjusted for symmetry of the RAND/UCLA manual (Fitch and others, 2001), in
 * levels of a 1 to 9 scale: 2.35 + 1.5 x |5 - (P30 + P70) / 2|. Takes percentiles in hundredths.
 */
export function ipras(p30: number, p70: number): number {
  return fourHundredTimesIpras(p30, p70) / 400
}

/**
 * Tests for disagreement in the sense of that manual: the range from P30 to P70 is wider than the
 * IPRAS. Compared in whole numbers, so that a range exactly as wide is not wider.
 */
export function isDisagreement(p30: number, p70: number): boolean {
  return 4 * (p70 - p30) > fourHundredTimesIpras(p30, p70)
}

function fourHundredTimesIpras(p30: number, p70: number): number {
  return 940 + 3 * Math.abs(1000 - (p30 + p70))
}
