import type { IndicatorResult, Results, ResultsScope } from '../../shared/model/results.ts'
import type { Scale } from '../../shared/model/scale.ts'
import type { ReadableStore } from '../store/store.ts'
import { countParticipants, tallyRatings } from '../store/tallies.ts'
import { getAllWorkshops } from '../store/workshops.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type Computing, criterionResult, type GroupSizes } from './criterion-result.ts'
import { type FindAnswers, gatherAnswers } from './gather.ts'
import { judgingBy, ruleOf } from './judging.ts'
import { priorityOf } from './priority.ts'
import {
  type FindSeen,
  findSeenVersions,
  type RatedIndicator,
  ratedIndicators,
} from './rated-indicators.ts'

/** What results are computed from: an open workbook, or a snapshot of one. */
export interface RatedWorkbook {
  readonly store: ReadableStore
  readonly scale: Scale
}

/**
 * Consolidates the current ratings in scope. Throws UNKNOWN_WORKSHOP, and RULE_OFF_SCALE for a rule
 * that is not for the workbook's scale.
 */
export function consolidate(workbook: RatedWorkbook, scope: ResultsScope): Results {
  const { store, scale } = workbook
  const rule = ruleOf(scope)
  const judging = judgingBy(rule, scale, scope)
  const workshops = scopedWorkshops(workbook, scope)
  const sizes = groupSizes(workbook, workshops, scope.groups)
  const counted = { round: scope.round, workshops: workshops.map(({ id }) => id) }
  const tallies = tallyRatings(store, counted)
  const seen = findSeenVersions(store, { ...counted, groups: [...sizes.keys()] })
  const answered = new Set(
    tallies.filter(({ group }) => sizes.has(group)).map(({ indicator }) => indicator),
  )
  const find = gatherAnswers(tallies, scale.length)
  const computing = { sizes, levels: scale.length, judging }
  return {
    quantile: judging.quantile,
    rule: rule.name,
    ruleUsed: rule,
    round: scope.round,
    participants: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    groups: Object.fromEntries(sizes),
    levels: scale.length,
    indicators: ratedIndicators(store, id => answered.has(id)).map(rated =>
      indicatorResult(rated, { find, seen }, computing),
    ),
  }
}

function indicatorResult(
  { indicator, retired }: RatedIndicator,
  { find, seen }: { readonly find: FindAnswers; readonly seen: FindSeen },
  computing: Computing,
): IndicatorResult {
  const { id, code, title, section } = indicator
  const usefulness = criterionResult(find(id, 'usefulness'), computing)
  const usability = criterionResult(find(id, 'usability'), computing)
  return {
    id,
    code,
    title,
    section,
    retired,
    seen: seen(indicator, { usefulness: usefulness.n, usability: usability.n }),
    criteria: { usefulness, usability },
    priority: priorityOf(usefulness, usability),
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
