import type { DisagreementKind } from '../../../shared/model/results.ts'
import { agreementA } from './agreement-statistics.ts'
import {
  type Counts,
  type GroupedCounts,
  mean,
  percentile,
  sumCounts,
  sumOfSquares,
  total,
} from './descriptive-statistics.ts'

/** The thresholds between kinds of disagreement. The reasons are in docs/statistics.md. */
export const THRESHOLDS = {
  /** A lone dissenter stands against three people or more, and is one of twenty or fewer. */
  dissent: { fewestPeople: 4, mostPeople: 20, shareOfRange: 1 / 2 },
  /** Groups of three or more, whose means lie this share of the scale's range apart. */
  groups: { fewestPeople: 3, shareOfRange: 3 / 8, explained: 0.14 },
  /** Answers no wider than an even spread over half of the range. */
  agreedFrom: 0.5,
  /** Each camp has one answer in `campOneIn`, with a gap of at most half the smaller peak between. */
  split: { campOneIn: 3, gapOfPeak: 1 / 2 },
} as const

/**
 * The kind of disagreement: the first that fits, from the most particular to the most general.
 * `groups` are the groups' distributions and `all` their sum. Null for fewer than two answers.
 */
export function disagreementKind(all: Counts, groups: GroupedCounts): DisagreementKind | null {
  const agreement = agreementA(all)
  if (agreement === null || total(all) < 2) return null
  if (hasLoneDissenter(all)) return 'lone dissenter'
  if (doGroupsDiffer(groups)) return 'groups differ'
  if (reaches(agreement, THRESHOLDS.agreedFrom)) return 'agreed'
  return isSplit(all) ? 'split' : 'vague'
}

/**
 * True if one person alone stands on the other side of the middle, at least half the range from the
 * median of the others, who agree among themselves.
 */
function hasLoneDissenter(counts: Counts): boolean {
  const { fewestPeople, mostPeople, shareOfRange } = THRESHOLDS.dissent
  const n = total(counts)
  if (n < fewestPeople || n > mostPeople) return false
  const range = counts.length - 1
  const middle = (counts.length + 1) / 2
  return counts.some((count, index) => {
    if (count !== 1) return false
    const others = counts.with(index, 0)
    const median = percentile(others, 50, 'R-7') ?? middle
    const isAcross = (index + 1 - middle) * (median - middle) < 0
    const isFar = Math.abs(index + 1 - median) >= shareOfRange * range
    return isAcross && isFar && reaches(agreementA(others) ?? 0, THRESHOLDS.agreedFrom)
  })
}

/** True if the groups' means lie far apart and explain much of the variation between answers. */
function doGroupsDiffer(groups: GroupedCounts): boolean {
  const { fewestPeople, shareOfRange, explained } = THRESHOLDS.groups
  const compared = groups.filter(counts => total(counts) >= fewestPeople)
  const [first] = compared
  if (!first || compared.length < 2) return false
  const means = compared.flatMap(counts => mean(counts) ?? [])
  const apart = Math.max(...means) - Math.min(...means)
  return (
    reaches(apart, shareOfRange * (first.length - 1)) &&
    reaches(explainedByGroups(compared), explained)
  )
}

/**
 * Epsilon-squared (Kelley, 1935): the share of all squared differences that lies between the groups,
 * less what chance alone would put there. 0 where everyone gave one answer.
 */
function explainedByGroups(groups: GroupedCounts): number {
  const all = sumCounts(groups)
  const overall = sumOfSquares(all)
  if (overall === 0) return 0
  const within = groups.reduce((sum, counts) => sum + sumOfSquares(counts), 0)
  const byChance = ((groups.length - 1) * within) / (total(all) - groups.length)
  return (overall - within - byChance) / overall
}

/** True if there are two camps: many on each side, few between the fullest levels of the two. */
function isSplit(counts: Counts): boolean {
  const { campOneIn, gapOfPeak } = THRESHOLDS.split
  const cells = pooled(counts)
  const half = Math.floor(cells.length / 2)
  const low = cells.slice(0, half)
  const high = cells.slice(-half)
  const n = total(cells)
  if (total(low) * campOneIn < n || total(high) * campOneIn < n) return false
  const [lowPeak, highPeak] = [Math.max(...low), Math.max(...high)]
  const between = cells.slice(low.indexOf(lowPeak) + 1, cells.lastIndexOf(highPeak))
  return Math.min(...between) <= gapOfPeak * Math.min(lowPeak, highPeak)
}

/**
 * True if a figure reaches a threshold. Sums of fractions are out by a hair, and answers that lie
 * exactly on a threshold must not fall to one side or the other by that.
 */
function reaches(figure: number, threshold: number): boolean {
  return figure >= threshold - 1e-9
}

/** The levels of one cell on long scales, whose single levels hold too few people to show a gap. */
const POOLED: Readonly<Record<number, number>> = { 9: 3, 10: 2 }

/** Nine levels as 1 to 3, 4 to 6 and 7 to 9; ten as 1 and 2, 3 and 4, and so on; shorter scales as they are. */
function pooled(counts: Counts): Counts {
  const width = POOLED[counts.length] ?? 1
  return Array.from({ length: counts.length / width }, (_, at) =>
    total(counts.slice(at * width, (at + 1) * width)),
  )
}
