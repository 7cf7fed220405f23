import { assertNever } from '../assert-never.ts'
import type { ChartChoice } from '../model/exports.ts'
import type { IndicatorResult } from '../model/results.ts'
import { answersByGroup, answersByIndicator } from './bars/answers.ts'
import { movesBetweenRounds } from './bars/moves.ts'
import type { Chart, ChartMaterial } from './chart.ts'
import { heatMap } from './heat-map/heat-map.ts'
import { priorityMap } from './priority-map/priority-map.ts'

/**
 * The chart that was chosen, of these results: the one place that knows them all. Undefined when it is
 * about an indicator that the results do not have, or about rounds that are not given.
 */
export function chosenChart(choice: ChartChoice, material: ChartMaterial): Chart | undefined {
  switch (choice.kind) {
    case 'priority-map':
      return priorityMap(material, chosenIndicators(material, choice.indicators))
    case 'answers': {
      const indicators = chosenIndicators(material, choice.indicators)
      return answersByIndicator(material, choice.criterion, indicators)
    }
    case 'answers-by-group': {
      const [indicator] = chosenIndicators(material, [choice.indicator])
      return indicator && answersByGroup(material, choice.criterion, indicator)
    }
    case 'groups':
      return heatMap(material, choice, chosenIndicators(material, choice.indicators))
    case 'rounds': {
      const indicators = chosenIndicators(material, choice.indicators)
      const { rounds } = material
      return rounds && movesBetweenRounds(material, rounds, choice.criterion, indicators)
    }
    default:
      return assertNever(choice)
  }
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
