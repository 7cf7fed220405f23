import { assertNever } from '../../shared/assert-never.ts'
import type { Indicator } from '../../shared/model/framework.ts'
import type { CriterionResult, Results, ResultsScope } from '../../shared/model/results.ts'
import type { Scale } from '../../shared/model/scale.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { currentVersion } from '../frameworks/current.ts'
import { getAllIndicators } from '../store/frameworks.ts'
import type { ReadableStore } from '../store/store.ts'
import { countParticipants, type Tally, tallyRatings } from '../store/tallies.ts'
import { getAllWorkshops } from '../store/workshops.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { addDistributions, type Distribution, emptyDistribution, summarise } from './summary.ts'

/** What results are computed from: an open workbook, or a snapshot of one. */
export interface RatedWorkbook {
  readonly store: ReadableStore
  readonly scale: Scale
}

/** What people of one group answered to one criterion of one indicator. */
interface GroupAnswers {
  readonly group: string
  readonly distribution: Distribution
}

/** How many participants each group in scope has, in the order in which workshops list groups. */
type GroupSizes = ReadonlyMap<string, number>

/** Consolidates the current ratings in scope. Throws UNKNOWN_WORKSHOP. */
export function consolidate(workbook: RatedWorkbook, scope: ResultsScope): Results {
  const { store, scale } = workbook
  const workshops = scopedWorkshops(workbook, scope)
  const sizes = groupSizes(workbook, workshops, scope.groups)
  const answers = byIndicatorAndCriterion(
    tallyRatings(store, { round: scope.round, workshops: workshops.map(({ id }) => id) }),
    scale.length,
    sizes,
  )
  const indicators = getAllIndicators(store, currentVersion(store).hash)
  const result = (indicator: Indicator, criterion: Criterion) =>
    criterionResult(answers.get(keyOf(indicator.id, criterion)) ?? [], sizes, scale.length)
  return {
    quantile: 'R-7',
    round: scope.round,
    participants: sum(sizes.values()),
    groups: Object.fromEntries(sizes),
    levels: scale.length,
    indicators: indicators.map(indicator => ({
      id: indicator.id,
      code: indicator.code,
      title: indicator.title,
      section: indicator.section,
      criteria: {
        usefulness: result(indicator, 'usefulness'),
        usability: result(indicator, 'usability'),
      },
    })),
  }
}

function scopedWorkshops({ store }: RatedWorkbook, scope: ResultsScope) {
  return scope.workshops?.map(id => requireWorkshop(store, id)) ?? getAllWorkshops(store)
}

function groupSizes(
  { store }: RatedWorkbook,
  workshops: ReturnType<typeof scopedWorkshops>,
  wanted: readonly string[] | undefined,
): GroupSizes {
  const counted = new Map(
    countParticipants(
      store,
      workshops.map(({ id }) => id),
    ).map(({ group, count }) => [group, count]),
  )
  const listed = new Set([...workshops.flatMap(({ groups }) => groups), ...counted.keys()])
  const chosen = [...listed].filter(group => !wanted || wanted.includes(group))
  return new Map(chosen.map(group => [group, counted.get(group) ?? 0]))
}

const keyOf = (indicator: string, criterion: Criterion): string => `${indicator} ${criterion}`

/** Turns tallies into one distribution for each indicator, criterion and group in scope. */
function byIndicatorAndCriterion(
  tallies: readonly Tally[],
  levels: number,
  sizes: GroupSizes,
): ReadonlyMap<string, readonly GroupAnswers[]> {
  const found = new Map<string, Map<string, Distribution>>()
  for (const tally of tallies) {
    if (!sizes.has(tally.group)) continue
    const key = keyOf(tally.indicator, tally.criterion)
    const groups = found.get(key) ?? new Map<string, Distribution>()
    const before = groups.get(tally.group) ?? emptyDistribution(levels)
    groups.set(tally.group, addDistributions(before, distributionOf(tally, levels)))
    found.set(key, groups)
  }
  const toList = (groups: ReadonlyMap<string, Distribution>) =>
    [...groups].map(([group, distribution]) => ({ group, distribution }))
  return new Map([...found].map(([key, groups]) => [key, toList(groups)]))
}

function distributionOf({ answer, level, count }: Tally, levels: number): Distribution {
  const empty = emptyDistribution(levels)
  switch (answer) {
    case 'level':
      return { ...empty, counts: empty.counts.map((_, index) => (index + 1 === level ? count : 0)) }
    case 'dont_know':
      return { ...empty, dontKnow: count }
    case 'not_applicable':
      return { ...empty, notApplicable: count }
    case 'none':
      return empty
    default:
      return assertNever(answer)
  }
}

function criterionResult(
  answers: readonly GroupAnswers[],
  sizes: GroupSizes,
  levels: number,
): CriterionResult {
  const empty = emptyDistribution(levels)
  const ofGroup = new Map(answers.map(({ group, distribution }) => [group, distribution]))
  const overall = answers.map(({ distribution }) => distribution).reduce(addDistributions, empty)
  const groups = [...sizes].map(([group, size]) => [
    group,
    summarise(ofGroup.get(group) ?? empty, size),
  ])
  return { ...summarise(overall, sum(sizes.values())), groups: Object.fromEntries(groups) }
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0)
}
