/**
 * How many answers each level got: index 0 is level 1. Every figure of the results is computed from
 * this, so the order of ratings cannot matter.
 */
export type Counts = readonly number[]

/** The number of answers. */
export function total(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The answer at a position of the sorted answers, from 0. */
function answerAt(counts: Counts, position: number): number {
  let seen = 0
  for (const [index, count] of counts.entries()) {
    seen += count
    if (position < seen) return index + 1
  }
  return counts.length
}

/**
 * The quantile at `probability` (0 to 1) by definition 7 of Hyndman and Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996): R-7, the default of R, numpy and Excel's
 * PERCENTILE.INC. Null for no answers.
 */
export function quantile(counts: Counts, probability: number): number | null {
  const n = total(counts)
  if (n === 0) return null
  const position = (n - 1) * probability
  const below = Math.floor(position)
  const lower = answerAt(counts, below)
  const upper = answerAt(counts, Math.min(below + 1, n - 1))
  return lower + (position - below) * (upper - lower)
}
