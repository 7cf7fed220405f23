import type { IndicatorResult, Results, ResultsScope } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { ANSWER_CODES, type Answers } from '../store/answers.ts'
import { countWithdrawnPeople } from '../store/withdrawals.ts'
import { criterionResult } from './criterion-result.ts'
import { countByPart, type FindAnswers, findAmong } from './gather.ts'
import { priorityOf } from './priority.ts'
import { findSeenVersions, type RatedIndicator, ratedIndicators } from './rated-indicators.ts'
import {
  answersInScope,
  answersScope,
  type RatedWorkbook,
  type RatingBasis,
  ratingBasis,
} from './rating-basis.ts'
import type { FindSeen } from './seen-versions.ts'

/**
 * Consolidates the current ratings in scope. Throws UNKNOWN_WORKSHOP, and RULE_OFF_SCALE for a rule
 * that is not for the workbook's scale.
 */
export function consolidate(workbook: RatedWorkbook, scope: ResultsScope): Results {
  const basis = ratingBasis(workbook, scope)
  return resultsFrom(workbook, basis, scope, answersInScope(workbook, basis, scope))
}

/** The results of a scope, from the answers in it. */
export function resultsFrom(
  { store }: RatedWorkbook,
  basis: RatingBasis,
  scope: ResultsScope,
  answers: readonly Answers[],
): Results {
  const { rule, judging, levels, people, sizes } = basis
  const find = findAmong(answers)
  const answered = new Set(
    answers.filter(({ codes }) => codes.some(isAnswer)).map(({ indicator }) => indicator),
  )
  const seen = findSeenVersions(store, people, answersScope(scope))
  return {
    quantile: judging.quantile,
    rule: rule.name,
    ruleUsed: rule,
    round: scope.round,
    wording: scope.wording ?? null,
    participants: people.length,
    groups: Object.fromEntries(sizes),
    levels,
    withdrawn: countWithdrawnPeople(store),
    conflicts: {
      counted: scope.conflicts ?? 'left out',
      keys: answers.reduce((sum, { conflicts }) => sum + conflicts, 0),
    },
    indicators: ratedIndicators(store, id => answered.has(id)).map(rated =>
      indicatorResult(rated, { find, seen }, basis),
    ),
  }
}

/** The results of one indicator. */
export function indicatorResult(
  { indicator, retired }: RatedIndicator,
  { find, seen }: { readonly find: FindAnswers; readonly seen: FindSeen },
  { judging, levels, people, sizes }: RatingBasis,
): IndicatorResult {
  const { id, code, title, section } = indicator
  const on = (criterion: Criterion) =>
    criterionResult(
      countByPart(find(id, criterion), people, levels, ({ group }) => group),
      { sizes, levels, judging },
    )
  const [usefulness, usability] = [on('usefulness'), on('usability')]
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

const isAnswer = (code: number): boolean => code !== ANSWER_CODES.none
