import type { CriterionSummary, IndicatorResult } from '../../model/results.ts'
import type { Criterion } from '../../model/vocabulary.ts'
import type { ChartMaterial } from '../chart.ts'
import type { RowName } from '../frame/row-name.ts'

/** One bar: how many chose each level, and what became of the others. */
export interface LikertRow extends RowName {
  readonly key: string
  /** Null where the figures are of so few people that they are not shown. */
  readonly answers: Answers | null
}

type Answers = Pick<
  CriterionSummary,
  'n' | 'counts' | 'dontKnow' | 'notApplicable' | 'missing' | 'favourable'
>

/** What the row over all groups is called. */
export const EVERYONE = 'Everyone'

/** A bar for each indicator, in the order given. */
export const indicatorRows = (
  indicators: readonly IndicatorResult[],
  criterion: Criterion,
  { hidden }: Pick<ChartMaterial, 'hidden'>,
): readonly LikertRow[] =>
  indicators.map(({ id, code, title, criteria }) => ({
    ...{ key: id, name: code, title },
    answers: hidden?.has(id, criterion, null) ? null : criteria[criterion],
  }))

/** A bar for everyone and one for each group that has people in scope. */
export function groupRows(
  { id, criteria }: IndicatorResult,
  criterion: Criterion,
  { hidden, results }: ChartMaterial,
): readonly LikertRow[] {
  const { groups, ...everyone } = criteria[criterion]
  const row = (name: string, group: string | null, answers: Answers): LikertRow => ({
    ...{ key: group ?? '', name, title: '' },
    answers: hidden?.has(id, criterion, group) ? null : answers,
  })
  return [
    row(EVERYONE, null, everyone),
    ...Object.entries(groups)
      .filter(([group]) => (results.groups[group] ?? 0) > 0)
      .map(([group, answers]) => row(group, group, answers)),
  ]
}
