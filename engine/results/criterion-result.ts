import type { CriterionResult, JudgedSummary } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { groupBy } from '../group-by.ts'
import { ANSWER_CODES, type Answers, type Person } from '../store/reports/answers.ts'
import type { WasAsked } from './asked.ts'
import { type Counts, sumCounts } from './figures/descriptive-statistics.ts'
import { weighGroupsEqually } from './figures/equal-groups.ts'
import { type Distribution, emptyDistribution, judge, summarise } from './figures/summary.ts'
import type { Judging } from './figures/verdict.ts'
import type { ShownHands } from './hands-in-scope.ts'

/** The number of participants of each group in scope, in the order in which workshops list groups. */
export type GroupSizes = ReadonlyMap<string, number>

/** The parameters with which every criterion of every indicator is computed. */
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
  const groups = [...sizes.keys()].map(group => ({
    group,
    distribution: answers.get(group) ?? empty,
  }))
  const counts = groups.map(({ distribution }) => distribution.counts)
  const everyone = addUp(
    groups.map(({ distribution }) => distribution),
    empty,
  )
  return {
    ...judgedSummary(
      everyone,
      groups.map(({ distribution }) => distribution),
      judging,
    ),
    groups: Object.fromEntries(
      groups.map(({ group, distribution }) => [
        group,
        judgedSummary(distribution, [distribution], judging),
      ]),
    ),
    equalGroups: weighGroupsEqually(counts, levels, judging.quantile),
  }
}

/** Every figure of a distribution with what follows from it, by a rule. */
export function judgedSummary(
  distribution: Distribution,
  groups: readonly Distribution[],
  judging: Judging,
): JudgedSummary {
  return {
    ...summarise(distribution, judging.quantile),
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
    asked: sum(one => one.asked),
    hands: sum(one => one.hands ?? 0),
  }
}

/** The distributions of one criterion of one indicator, by the name of a part: a group, a workshop. */
type DistributionsByPart = ReadonlyMap<string, Distribution>

/** The distributions of persons with those of shows of hands, each added to that of its part; null for no part. */
export function withHands(
  parts: DistributionsByPart,
  shown: readonly ShownHands[],
  partOf: (hands: ShownHands) => string | null,
): DistributionsByPart {
  if (shown.length === 0) return parts
  const sums = new Map(parts)
  for (const hands of shown) {
    const part = partOf(hands)
    if (part === null) continue
    const empty = emptyDistribution(hands.distribution.counts.length)
    sums.set(part, addUp([sums.get(part) ?? empty, hands.distribution], empty))
  }
  return sums
}

/** Finds the shows of hands for a criterion of an indicator. */
export type FindHands = (indicator: string, criterion: Criterion) => readonly ShownHands[]

/** Shows of hands by their indicator and criterion. */
export function findHandsAmong(shown: readonly ShownHands[]): FindHands {
  const found = groupBy(shown, ({ indicator, criterion }) => keyOf(indicator, criterion))
  return (indicator, criterion) => found.get(keyOf(indicator, criterion)) ?? []
}

/** Finds the answers to a criterion of an indicator; undefined where nobody gave any. */
export type FindAnswers = (indicator: string, criterion: Criterion) => Answers | undefined

/** A distribution while it is being counted. */
interface Counting {
  readonly counts: number[]
  dontKnow: number
  notApplicable: number
  asked: number
}

/** Answers by their indicator and criterion. */
export function findAmong(answers: readonly Answers[]): FindAnswers {
  const found = new Map(answers.map(one => [keyOf(one.indicator, one.criterion), one]))
  return (indicator, criterion) => found.get(keyOf(indicator, criterion))
}

const keyOf = (indicator: string, criterion: Criterion): string => `${indicator} ${criterion}`

/** Counts answers, and people who were asked, by the part that each person belongs to. */
export function countByPart(
  answers: Answers | undefined,
  people: readonly Person[],
  { levels, wasAsked }: { readonly levels: number; readonly wasAsked: WasAsked },
  partOf: (person: Person) => string,
): DistributionsByPart {
  const parts = new Map<string, Counting>()
  for (const [number, person] of people.entries()) {
    const code = answers?.codes[number] ?? ANSWER_CODES.none
    // Whoever answered was asked, whatever the round has become since.
    if (code === ANSWER_CODES.none && !wasAsked(number)) continue
    const part = partOf(person)
    const counting = parts.get(part) ?? startCounting(levels)
    if (!parts.has(part)) parts.set(part, counting)
    counting.asked += 1
    if (code === ANSWER_CODES.none) continue
    if (code === ANSWER_CODES.dont_know) counting.dontKnow += 1
    else if (code === ANSWER_CODES.not_applicable) counting.notApplicable += 1
    else counting.counts[code - 1] = (counting.counts[code - 1] ?? 0) + 1
  }
  return parts
}

function startCounting(levels: number): Counting {
  const { counts, ...others } = emptyDistribution(levels)
  return { ...others, counts: [...counts] }
}
