import { SUMMARY_WORDS } from '../../../shared/messages/exports.ts'
import { FIELD_WORDS } from '../../../shared/messages/indicator-fields.ts'
import type { Indicator, IndicatorText } from '../../../shared/model/framework.ts'
import {
  FIELDS_IN_FILES,
  fieldHeading,
  INDICATOR_FIELDS,
} from '../../../shared/model/indicator-fields.ts'
import type { JudgedSummary, Priority } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { NumberDisplay } from '../../files/write/sheets.ts'
import type { ShownResults } from '../material/material.ts'
import type { Column } from './columns.ts'

/** A path of section titles as one text, which loading a framework takes apart again. */
export const sectionText = (section: readonly string[]): string => section.join(' > ')

/** The columns of a framework as a draft has them, so that an exported one can be loaded again. */
export const FRAMEWORK_COLUMNS: readonly Column<IndicatorText>[] = FIELDS_IN_FILES.map(field => {
  const { width } = INDICATOR_FIELDS[field]
  return {
    name: fieldHeading(field),
    width,
    wraps: width > 20,
    words: FIELD_WORDS[field].column,
    value: text => (field === 'section' ? sectionText(text.section) : text[field]),
  }
})

/** One row of the summary: an indicator and what became of it. */
export interface SummaryRow {
  readonly indicator: Indicator
  readonly retired: boolean
  readonly priority: Priority | null
  /** The result of each criterion; null where that is left out. */
  readonly criteria: Readonly<Record<Criterion, JudgedSummary | null>>
}

/** A row for each indicator, in the order of the framework. */
export function summaryRows(
  { results, hidden }: ShownResults,
  indicators: readonly Indicator[],
): readonly SummaryRow[] {
  const byId = new Map(indicators.map(indicator => [indicator.id, indicator]))
  return results.indicators.flatMap(({ id, criteria, retired, priority }) => {
    const indicator = byId.get(id)
    if (!indicator) return []
    const shown = (criterion: Criterion) =>
      hidden.has(id, criterion, null) ? null : criteria[criterion]
    const told = { usefulness: shown('usefulness'), usability: shown('usability') }
    const isWhole = told.usefulness !== null && told.usability !== null
    return [{ indicator, retired, priority: isWhole ? priority : null, criteria: told }]
  })
}

const column = (
  name: keyof typeof SUMMARY_WORDS,
  width: number,
  value: Column<SummaryRow>['value'],
): Column<SummaryRow> => ({ name, width, wraps: width > 20, words: SUMMARY_WORDS[name], value })

const figure = (
  name: keyof typeof SUMMARY_WORDS,
  format: 'whole' | 'figure' | 'share',
  value: Column<SummaryRow>['value'],
): Column<SummaryRow> => ({ ...column(name, 12, value), format })

const SHARE: NumberDisplay = { kind: 'bar', from: 0, to: 1 }

const favourable =
  (criterion: Criterion): Column<SummaryRow>['value'] =>
  ({ criteria }) =>
    criteria[criterion]?.favourable ?? null

/** The columns of the summary: the indicator, its priority, and how it did on each criterion. */
export const SUMMARY_COLUMNS: readonly Column<SummaryRow>[] = [
  column('code', 12, ({ indicator }) => indicator.code),
  column('section', 28, ({ indicator }) => sectionText(indicator.section)),
  column('indicator', 44, ({ indicator }) => indicator.title),
  column('retired', 11, ({ retired }) => (retired ? 'yes' : 'no')),
  column('data_type', 16, ({ indicator }) => indicator.dataType),
  column('status', 11, ({ indicator }) => indicator.status),
  column('priority', 15, ({ priority }) => priority),
  ...CRITERIA.flatMap(columnsOf),
]

function columnsOf(criterion: Criterion): readonly Column<SummaryRow>[] {
  const columns = [
    figure('n', 'whole', ({ criteria }) => criteria[criterion]?.n ?? null),
    figure('median', 'figure', ({ criteria }) => criteria[criterion]?.median ?? null),
    { ...figure('favourable', 'share', favourable(criterion)), look: SHARE },
    column('verdict', 12, ({ criteria }) => criteria[criterion]?.verdict ?? null),
    column('kind_of_disagreement', 16, ({ criteria }) => criteria[criterion]?.kind ?? null),
    figure(
      'changes_to_flip',
      'whole',
      ({ criteria }) => criteria[criterion]?.changesToFlip ?? null,
    ),
  ]
  // With spaces, at which a heading breaks: what is read and printed is to be no wider than it must.
  return columns.map(each => ({ ...each, name: `${criterion} ${each.name.replaceAll('_', ' ')}` }))
}
