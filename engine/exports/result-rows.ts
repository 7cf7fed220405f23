import { areFewAnswers } from '../../shared/model/few-answers.ts'
import type { Indicator } from '../../shared/model/framework.ts'
import type { EqualGroups, IndicatorResult, JudgedSummary } from '../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../shared/model/vocabulary.ts'
import { sectionText } from './framework-columns.ts'
import type { ShownResults } from './material.ts'

/** Whether few people are behind the figures of a row, and whether they are therefore left out. */
export type FewAnswers = 'no' | 'yes' | 'left out'

/** One row of results: an indicator and a criterion, over everyone (`group` is then null) or a group. */
export interface ResultRow {
  /** The indicator's identity. */
  readonly id: string
  readonly code: string
  readonly section: string
  readonly outcome: string
  readonly title: string
  readonly retired: boolean
  readonly criterion: Criterion
  readonly round: number
  readonly group: string | null
  readonly participants: number
  readonly fewAnswers: FewAnswers
  /** Null where the figures are left out. */
  readonly summary: JudgedSummary | null
  /** Null for a group, and where figures of a group are left out. */
  readonly equalGroups: EqualGroups | null
}

/** A row for each indicator and criterion, in the order of the framework. */
export function resultRows(
  shown: ShownResults,
  indicators: readonly Indicator[],
): readonly ResultRow[] {
  return eachCriterion(shown, indicators, (result, place) => {
    const { groups, equalGroups, ...summary } = result.criteria[place.criterion]
    const isHidden = (group: string | null) => shown.hidden.has(result.id, place.criterion, group)
    const someHidden = [null, ...Object.keys(groups)].some(isHidden)
    return [
      {
        ...place,
        group: null,
        participants: shown.results.participants,
        ...told(summary, isHidden(null)),
        equalGroups: someHidden ? null : equalGroups,
      },
    ]
  })
}

/** A row for each indicator, criterion and group, in the order of the framework and of the groups. */
export function groupResultRows(
  shown: ShownResults,
  indicators: readonly Indicator[],
): readonly ResultRow[] {
  return eachCriterion(shown, indicators, (result, place) =>
    Object.entries(result.criteria[place.criterion].groups).map(([group, summary]) => ({
      ...place,
      group,
      participants: shown.results.groups[group] ?? 0,
      ...told(summary, shown.hidden.has(result.id, place.criterion, group)),
      equalGroups: null,
    })),
  )
}

function told(
  summary: JudgedSummary,
  isHidden: boolean,
): Pick<ResultRow, 'summary' | 'fewAnswers'> {
  if (isHidden) return { summary: null, fewAnswers: 'left out' }
  return { summary, fewAnswers: areFewAnswers(summary) ? 'yes' : 'no' }
}

type Place = Pick<
  ResultRow,
  'id' | 'code' | 'section' | 'outcome' | 'title' | 'retired' | 'criterion' | 'round'
>

function eachCriterion(
  { results }: ShownResults,
  indicators: readonly Indicator[],
  rows: (result: IndicatorResult, place: Place) => readonly ResultRow[],
): readonly ResultRow[] {
  const outcomes = new Map(indicators.map(({ id, outcome }) => [id, outcome]))
  return results.indicators.flatMap(result =>
    CRITERIA.flatMap(criterion =>
      rows(result, {
        id: result.id,
        code: result.code,
        section: sectionText(result.section),
        outcome: outcomes.get(result.id) ?? '',
        title: result.title,
        retired: result.retired,
        criterion,
        round: results.round,
      }),
    ),
  )
}
