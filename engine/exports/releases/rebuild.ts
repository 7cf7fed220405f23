import type { HiddenFigures } from '../../../shared/model/hidden-figures.ts'
import type {
  CriterionResult,
  IndicatorResult,
  Results,
  SetAgreement,
} from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { setAgreement } from '../../results/consolidate.ts'
import { criterionResult } from '../../results/criterion-result.ts'
import { total } from '../../results/figures/descriptive-statistics.ts'
import type { Distribution } from '../../results/figures/summary.ts'
import { type Judging, priorityOf } from '../../results/figures/verdict.ts'
import type { OtherAnswers, ShownResults } from '../material/material.ts'
import { type Cell, keyOf, peopleIn } from './counted.ts'
import type { ToldCounts, ToldQuestion } from './told.ts'

/** Counts that are told, and how they are to be read. */
export interface Rebuilding {
  readonly told: ToldCounts
  /** The name of each part, in their order. */
  readonly names: readonly string[]
  readonly judging: Judging
}

/**
 * Computes the results of a round anew from nothing but the counts that are told. Whatever a file says of them, a
 * verdict, a chart or a coefficient, can then tell no more than the counts do. The numbers of participants are the
 * largest number of answers told: there were as many or more.
 */
export function rebuildResults(results: Results, rebuilding: Rebuilding): ShownResults {
  const { told, names } = rebuilding
  const find = findTold(told.questions.filter(({ round }) => round === results.round))
  const indicators = results.indicators.map(one => rebuildIndicator(one, results, find, rebuilding))
  const largest = (of: (question: ToldQuestion) => Cell | null | undefined): number =>
    Math.max(
      0,
      ...told.questions
        .filter(({ round, kind }) => round === results.round && kind === 'levels')
        .map(question => peopleIn(of(question) ?? [])),
    )
  return {
    results: {
      ...results,
      participants: largest(({ everyone }) => everyone),
      groups: Object.fromEntries(
        names.map((name, place) => [name, largest(({ parts }) => parts?.[place])]),
      ),
      withdrawn: 0,
      conflicts: { ...results.conflicts, keys: 0 },
      indicators,
    },
    hidden: hiddenBy(find, names),
    others: othersBy(find, names),
    equalGroups: names.length > 1 && told.parts.every(part => part.length === 1),
  }
}

type FindTold = (
  indicator: string,
  criterion: Criterion,
  kind: ToldQuestion['kind'],
) => ToldQuestion | undefined

function findTold(questions: readonly ToldQuestion[]): FindTold {
  const round = questions[0]?.round ?? 1
  const byKey = new Map(questions.map(question => [keyOf(question), question]))
  return (indicator, criterion, kind) => byKey.get(keyOf({ round, indicator, criterion, kind }))
}

const hiddenBy = (find: FindTold, names: readonly string[]): HiddenFigures => ({
  has: (indicator, criterion, group) =>
    cellFor(find(indicator, criterion, 'levels'), group, names) === null,
})

const othersBy =
  (find: FindTold, names: readonly string[]): OtherAnswers =>
  ({ indicator, criterion, group }, kind) =>
    cellFor(find(indicator, criterion, kind), group, names)?.[0] ?? null

function cellFor(
  question: ToldQuestion | undefined,
  group: string | null,
  names: readonly string[],
): Cell | null {
  if (group === null) return question?.everyone ?? null
  return question?.parts?.[names.indexOf(group)] ?? null
}

function rebuildIndicator(
  indicator: IndicatorResult,
  { levels }: Results,
  find: FindTold,
  { names, judging }: Rebuilding,
): IndicatorResult {
  const on = (criterion: Criterion): CriterionResult => {
    const cell = (kind: ToldQuestion['kind'], group: string | null) =>
      cellFor(find(indicator.id, criterion, kind), group, names)
    const distribution = (group: string | null): Distribution => {
      const counts = cell('levels', group) ?? new Array<number>(levels).fill(0)
      const dontKnow = cell('dontKnow', group)?.[0] ?? 0
      const notApplicable = cell('notApplicable', group)?.[0] ?? 0
      return { counts, dontKnow, notApplicable, asked: total(counts) + dontKnow + notApplicable }
    }
    const compute = (groups: readonly (string | null)[]) =>
      criterionResult(new Map(groups.map(group => [group ?? '', distribution(group)])), {
        sizes: new Map(groups.map(group => [group ?? '', 0])),
        levels,
        judging,
      })
    const everyone = compute([null])
    if (names.length === 0) return { ...everyone, groups: {} }
    const byPart = compute(names)
    const hasParts = names.some(name => cell('levels', name) !== null)
    // The parts add up to everyone, and tell where groups differ.
    const { verdict, changesToFlip, disagreement, kind } = hasParts ? byPart : everyone
    return {
      ...everyone,
      ...{ verdict, changesToFlip, disagreement, kind },
      groups: byPart.groups,
      equalGroups: byPart.equalGroups,
    }
  }
  const criteria = { usefulness: on('usefulness'), usability: on('usability') }
  return {
    ...indicator,
    seen: [],
    criteria,
    priority: priorityOf(criteria.usefulness, criteria.usability),
  }
}

/** The agreement between people as far as the counts that are told say it: W would need whole rows of people. */
export function agreementOfTold({
  indicators,
}: Results): Readonly<Record<Criterion, SetAgreement>> {
  const on = (criterion: Criterion): SetAgreement =>
    setAgreement(
      indicators.map(({ criteria }) => Object.values(criteria[criterion].counts)),
      [],
    )
  return Object.fromEntries(CRITERIA.map(criterion => [criterion, on(criterion)])) as Record<
    Criterion,
    SetAgreement
  >
}
