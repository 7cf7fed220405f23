import type { CriterionResult, JudgedSummary } from '../../shared/model/results.ts'
import { type Counts, type GroupedCounts, sumCounts } from './counts.ts'
import { weighGroupsEqually } from './equal-groups.ts'
import type { DistributionsByPart } from './gather.ts'
import { type Distribution, emptyDistribution, judge, summarise } from './summary.ts'
import type { Judging } from './verdict.ts'

/** How many participants each group in scope has, in the order in which workshops list groups. */
export type GroupSizes = ReadonlyMap<string, number>

/** What every criterion of every indicator is computed with. */
export interface Computing {
  readonly sizes: GroupSizes
  readonly levels: number
  readonly judging: Judging
}

/** The results of one criterion of one indicator: overall, by group, and with groups weighted equally. */
export function criterionResult(
  answers: DistributionsByPart,
  { sizes, levels, judging }: Computing,
): CriterionResult {
  const empty = emptyDistribution(levels)
  const groups = [...sizes].map(([group, size]) => ({
    group,
    size,
    distribution: answers.get(group) ?? empty,
  }))
  const counts = groups.map(({ distribution }) => distribution.counts)
  const everyone = addUp(
    groups.map(({ distribution }) => distribution),
    empty,
  )
  const people = groups.reduce((sum, { size }) => sum + size, 0)
  return {
    ...judgedSummary(everyone, counts, people, judging),
    groups: Object.fromEntries(
      groups.map(({ group, size, distribution }) => [
        group,
        judgedSummary(distribution, [distribution.counts], size, judging),
      ]),
    ),
    equalGroups: weighGroupsEqually(counts, levels, judging.quantile),
  }
}

/** Every figure of a distribution with what follows from it, by a rule. */
export function judgedSummary(
  distribution: Distribution,
  groups: GroupedCounts,
  participants: number,
  judging: Judging,
): JudgedSummary {
  return {
    ...summarise(distribution, participants, judging.quantile),
    ...judge(distribution.counts, groups, judging),
  }
}

function addUp(distributions: readonly Distribution[], empty: Distribution): Distribution {
  const counts: Counts = sumCounts([empty.counts, ...distributions.map(one => one.counts)])
  const sum = (count: (one: Distribution) => number): number =>
    distributions.reduce((all, one) => all + count(one), 0)
  return {
    counts,
    dontKnow: sum(one => one.dontKnow),
    notApplicable: sum(one => one.notApplicable),
  }
}
