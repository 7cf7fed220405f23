import { assertNever } from '../../shared/assert-never.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { Tally } from '../store/tallies.ts'
import { type Distribution, emptyDistribution } from './summary.ts'

/** The distributions of one criterion of one indicator, by the name of the group. */
export type DistributionsByGroup = ReadonlyMap<string, Distribution>

/** Finds the distributions of a criterion of an indicator, by the indicator's id. */
export type FindAnswers = (indicator: string, criterion: Criterion) => DistributionsByGroup

/** A distribution while it is being counted. */
interface Counting {
  readonly counts: number[]
  dontKnow: number
  notApplicable: number
}

const NOBODY: DistributionsByGroup = new Map()

/** Turns tallies into one distribution for each indicator, criterion and group that answered. */
export function gatherAnswers(tallies: readonly Tally[], levels: number): FindAnswers {
  const found = new Map<string, Map<string, Counting>>()
  for (const tally of tallies) {
    const key = keyOf(tally.indicator, tally.criterion)
    const groups = found.get(key) ?? new Map<string, Counting>()
    const counting = groups.get(tally.group) ?? startCounting(levels)
    addTally(counting, tally)
    groups.set(tally.group, counting)
    found.set(key, groups)
  }
  return (indicator, criterion) => found.get(keyOf(indicator, criterion)) ?? NOBODY
}

const keyOf = (indicator: string, criterion: Criterion): string => `${indicator} ${criterion}`

function startCounting(levels: number): Counting {
  const { dontKnow, notApplicable, counts } = emptyDistribution(levels)
  return { counts: [...counts], dontKnow, notApplicable }
}

function addTally(counting: Counting, { answer, level, count }: Tally): void {
  switch (answer) {
    case 'level': {
      const index = (level ?? 0) - 1
      counting.counts[index] = (counting.counts[index] ?? 0) + count
      return
    }
    case 'dont_know':
      counting.dontKnow += count
      return
    case 'not_applicable':
      counting.notApplicable += count
      return
    case 'none':
      return
    default:
      assertNever(answer)
  }
}
