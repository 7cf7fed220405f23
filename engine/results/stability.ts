import type { CriterionResult, ResultsScope, StabilityFound } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { type Answers, isLevel } from '../store/reports/answers.ts'
import { getAllRounds } from '../store/reports/exports.ts'
import { findAmong } from './criterion-result.ts'
import { stabilityOf } from './figures/stability.ts'
import { answersInScope, type RatedWorkbook, type RatingBasis } from './rating-basis.ts'

/** Compares the answers to a question with those of an earlier round: of everyone (null) or of a group. */
export type FindStability = (
  question: { readonly indicator: string; readonly criterion: Criterion },
  after: Answers | undefined,
) => (group: string | null) => StabilityFound | undefined

const NOTHING: FindStability = () => () => undefined

/** Finds how stable answers are, by the rule of a scope; nothing where the rule has no condition for that. */
export function findStability(
  workbook: RatedWorkbook,
  basis: RatingBasis,
  scope: ResultsScope,
): FindStability {
  const { judging, people, levels } = basis
  const { stability: condition } = judging
  if (!condition) return NOTHING
  const earlier = getAllRounds(
    workbook.store,
    basis.workshops.map(({ id }) => id),
  )
    .filter(round => round < scope.round)
    .toReversed()
    .map(round => ({
      round,
      find: findAmong(answersInScope(workbook, basis, { ...scope, round })),
    }))
  return ({ indicator, criterion }, after) => {
    const latest = earlier.find(({ find }) => find(indicator, criterion)?.codes.some(isLevel))
    const before = latest?.find(indicator, criterion)
    if (!latest || !before || !after?.codes.some(isLevel)) return () => undefined
    return group => {
      const [was, is] = [before, after].map(({ codes }) =>
        people.map((person, number) =>
          group === null || person.group === group ? (codes[number] ?? 0) : 0,
        ),
      )
      if (!was || !is?.some(isLevel)) return undefined
      const rounds = twoRounds(was, is, levels)
      return { since: latest.round, ...stabilityOf(rounds, condition, judging) }
    }
  }
}

/** The results of a criterion with what is to be said of its stability, overall and of each group. */
export function withStability(
  result: CriterionResult,
  of: ReturnType<FindStability>,
): CriterionResult {
  const stability = of(null)
  if (!stability) return result
  const groups = Object.entries(result.groups).map(([group, summary]) => {
    const ofGroup = of(group)
    return [group, ofGroup ? { ...summary, stability: ofGroup } : summary] as const
  })
  return { ...result, stability, groups: Object.fromEntries(groups) }
}

function twoRounds(was: readonly number[], is: readonly number[], levels: number) {
  const counts = (codes: readonly number[]) =>
    Array.from({ length: levels }, (_, at) => codes.filter(code => code === at + 1).length)
  return {
    before: counts(was),
    after: counts(is),
    pairs: was.flatMap((one, number) => {
      const other = is[number] ?? 0
      return isLevel(one) && isLevel(other) ? [[one, other] as const] : []
    }),
  }
}
