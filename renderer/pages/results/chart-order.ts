import type { IndicatorResult } from '../../../shared/model/results.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { orderRows, type SortValue } from '../../ui/sort-rows.ts'
import { disagreementOrder } from './priorities.ts'

/** The orders in which indicators stand on a chart. */
export const CHART_ORDERS = [
  'framework',
  'most favourable',
  'least favourable',
  'least agreed',
] as const
export type ChartOrder = (typeof CHART_ORDERS)[number]

/** Each order as it stands on screen. */
export const CHART_ORDER_NAMES: Readonly<Record<ChartOrder, string>> = {
  framework: 'As in the framework',
  'most favourable': 'Most favourable first',
  'least favourable': 'Least favourable first',
  'least agreed': 'Least agreed first',
}

/** The indicators in an order, by one criterion; those without answers come last. */
export function inChartOrder(
  indicators: readonly IndicatorResult[],
  order: ChartOrder,
  criterion: Criterion,
): readonly IndicatorResult[] {
  if (order === 'framework') return indicators
  const sortValue = ({ criteria }: IndicatorResult): SortValue =>
    order === 'least agreed'
      ? disagreementOrder(criteria[criterion])
      : criteria[criterion].favourable
  return orderRows(indicators, sortValue, order === 'most favourable' ? 'descending' : 'ascending')
}
