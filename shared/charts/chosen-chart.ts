import type { ChartChoice } from '../model/chart.ts'
import type { IndicatorResult } from '../model/results.ts'
import type { Chart, ChartMaterial } from './chart.ts'
import { priorityMap } from './priority-map/priority-map.ts'

/** The chart that was chosen, of these results: the one place that knows them all. */
export function chosenChart(choice: ChartChoice, material: ChartMaterial): Chart {
  return priorityMap(material, chosenIndicators(material, choice.indicators))
}

/** The indicators that were asked for, in that order; those that the results do not have are left out. */
function chosenIndicators(
  { results }: ChartMaterial,
  ids: readonly string[] | undefined,
): readonly IndicatorResult[] {
  if (ids === undefined) return results.indicators
  const byId = new Map(results.indicators.map(indicator => [indicator.id, indicator]))
  return ids.flatMap(id => byId.get(id) ?? [])
}
