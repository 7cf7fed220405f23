import { type Counts, total } from './quantile.ts'

/** The arithmetic mean of the levels' values. Null for no answers. */
export function mean(counts: Counts): number | null {
  const n = total(counts)
  if (n === 0) return null
  return counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / n
}

/** The sample's standard deviation, with n - 1 in the denominator. Null for fewer than two answers. */
export function standardDeviation(counts: Counts): number | null {
  const n = total(counts)
  const centre = mean(counts)
  if (n < 2 || centre === null) return null
  const squares = counts.reduce((sum, count, index) => sum + count * (index + 1 - centre) ** 2, 0)
  return Math.sqrt(squares / (n - 1))
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
