import type { Indicator } from '../../shared/model/framework.ts'
import type { IndicatorResult, JudgedSummary, Results } from '../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../shared/model/vocabulary.ts'
import { sectionText } from './framework-columns.ts'

/** One row of results: an indicator and a criterion, over everyone (`group` is then null) or a group. */
export interface ResultRow {
  readonly code: string
  readonly section: string
  readonly outcome: string
  readonly title: string
  readonly criterion: Criterion
  readonly group: string | null
  readonly participants: number
  readonly summary: JudgedSummary
}

/** A row for each indicator and criterion, in the order of the framework. */
export function resultRows(
  results: Results,
  indicators: readonly Indicator[],
): readonly ResultRow[] {
  return eachCriterion(results, indicators, (result, place) => [
    {
      ...place,
      group: null,
      participants: results.participants,
      summary: result.criteria[place.criterion],
    },
  ])
}

/** A row for each indicator, criterion and group, in the order of the framework and of the groups. */
export function groupResultRows(
  results: Results,
  indicators: readonly Indicator[],
): readonly ResultRow[] {
  return eachCriterion(results, indicators, (result, place) =>
    Object.entries(result.criteria[place.criterion].groups).map(([group, summary]) => ({
      ...place,
      group,
      participants: results.groups[group] ?? 0,
      summary,
    })),
  )
}

type Place = Omit<ResultRow, 'group' | 'participants' | 'summary'>

function eachCriterion(
  results: Results,
  indicators: readonly Indicator[],
  rows: (result: IndicatorResult, place: Place) => readonly ResultRow[],
): readonly ResultRow[] {
  const outcomes = new Map(indicators.map(({ id, outcome }) => [id, outcome]))
  return results.indicators.flatMap(result =>
    CRITERIA.flatMap(criterion =>
      rows(result, {
        code: result.code,
        section: sectionText(result.section),
        outcome: outcomes.get(result.id) ?? '',
        title: result.title,
        criterion,
      }),
    ),
  )
}
