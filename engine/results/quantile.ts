import { assertNever } from '../../shared/assert-never.ts'
import type { QuantileDefinition } from '../../shared/model/results.ts'
import { type Counts, total } from './counts.ts'

/**
 * Where a percentile lies among the sorted answers: `hundredths` of the way from the answer at
 * position `lower` to the one at `upper`. Positions count from 0.
 */
export interface Place {
  readonly lower: number
  readonly upper: number
  readonly hundredths: number
}

/**
 * Where a percentile of `n` answers lies (n is 1 or more) by a definition of Hyndman and Fan, "Sample
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
