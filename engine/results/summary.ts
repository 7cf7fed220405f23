import type { CriterionSummary } from '../../shared/model/results.ts'
import { FAVOURABLE_LEVELS } from '../../shared/model/scale.ts'
import { mean, shareOfHighest, shareOfLowest, standardDeviation } from './moments.ts'
import { type Counts, quantile, total } from './quantile.ts'

/** The answers of some participants to one criterion of one indicator. */
export interface Distribution {
  readonly counts: Counts
  readonly dontKnow: number
  readonly notApplicable: number
}

/** The distribution of no answers at all. */
export function emptyDistribution(levels: number): Distribution {
  return { counts: new Array<number>(levels).fill(0), dontKnow: 0, notApplicable: 0 }
}

/** Two distributions of different people as one. */
export function addDistributions(a: Distribution, b: Distribution): Distribution {
  return {
    counts: a.counts.map((count, index) => count + (b.counts[index] ?? 0)),
    dontKnow: a.dontKnow + b.dontKnow,
    notApplicable: a.notApplicable + b.notApplicable,
  }
}

/** Every figure of a distribution; `participants` is how many people could have answered. */
export function summarise(distribution: Distribution, participants: number): CriterionSummary {
  const { counts, dontKnow, notApplicable } = distribution
  const n = total(counts)
  const q1 = quantile(counts, 0.25)
  const q3 = quantile(counts, 0.75)
  return {
    n,
    dontKnow,
    notApplicable,
    missing: participants - n - dontKnow - notApplicable,
    counts: Object.fromEntries(counts.map((count, index) => [String(index + 1), count])),
    mean: mean(counts),
    sd: standardDeviation(counts),
    median: quantile(counts, 0.5),
    q1,
    q3,
    iqr: q1 === null || q3 === null ? null : q3 - q1,
    p30: quantile(counts, 0.3),
    p70: quantile(counts, 0.7),
    favourable: shareOfHighest(counts, FAVOURABLE_LEVELS),
    unfavourable: shareOfLowest(counts, FAVOURABLE_LEVELS),
  }
}
