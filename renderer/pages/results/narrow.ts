import type { Indicator } from '../../../shared/model/framework.ts'
import type { IndicatorResult } from '../../../shared/model/results.ts'
import type { ResultsFilter } from '../../stores/results-view-store.ts'

/** What the framework knows of an indicator and its results do not. */
export type IndicatorFacts = ReadonlyMap<string, Pick<Indicator, 'dataType' | 'status'>>

/** A section's path as one text. */
export const sectionOf = ({ section }: Pick<IndicatorResult, 'section'>): string =>
  section.join(' › ')

/** The indicators of the chosen section, data type and status, whatever their priority. */
export function inPlace(
  indicators: readonly IndicatorResult[],
  { section, dataType, status }: Omit<ResultsFilter, 'priority'>,
  facts: IndicatorFacts,
): readonly IndicatorResult[] {
  return indicators.filter(indicator => {
    const known = facts.get(indicator.id)
    return (
      (section === null || sectionOf(indicator) === section) &&
      (dataType === 'any' || known?.dataType === dataType) &&
      (status === 'any' || known?.status === status)
    )
  })
}

/** The indicators of the chosen priority. */
export const ofPriority = (
  indicators: readonly IndicatorResult[],
  { priority: chosen }: Pick<ResultsFilter, 'priority'>,
): readonly IndicatorResult[] =>
  chosen === 'all' ? indicators : indicators.filter(({ priority }) => priority === chosen)
