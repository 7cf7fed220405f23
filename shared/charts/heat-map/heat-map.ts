import { HEAT_WORDS, heatTitle } from '../../messages/charts.ts'
import type { IndicatorResult } from '../../model/results.ts'
import { basisWords } from '../basis.ts'
import type { Chart, ChartMaterial, ChartTable } from '../chart.ts'
import { type HeatCells, type HeatChoice, type HeatFigure, heatCells, widestGap } from './cells.ts'
import { drawHeatMap } from './draw-heat-map.ts'

/** Groups by indicators, one figure a cell. */
export function heatMap(
  material: ChartMaterial,
  choice: HeatChoice,
  indicators: readonly IndicatorResult[] = material.results.indicators,
): Chart {
  const { criterion, figure } = choice
  const cells = heatCells(indicators, choice, material)
  const has = (kind: 'isFew' | 'isHidden') => cells.rows.some(row => row.cells.some(c => c[kind]))
  return {
    title: heatTitle(criterion, figure, widestGap(cells)),
    basis: basisWords(material.results),
    notes: [
      HEAT_WORDS.note[figure],
      ...(has('isFew') ? [HEAT_WORDS.few] : []),
      ...(has('isHidden') ? [HEAT_WORDS.hiddenNote] : []),
    ],
    table: tableOf(cells, figure),
    draw: canvas => drawHeatMap(cells, figure, material.scale.levels[criterion], canvas),
  }
}

/** Each group has its figure and its n: a share of three people is not one of thirty. */
function tableOf({ columns, rows }: HeatCells, figure: HeatFigure): ChartTable {
  const format = figure === 'favourable' ? 'share' : 'one'
  return {
    columns: [
      { heading: 'Indicator', format: 'text' },
      ...columns.flatMap(column => [
        { heading: column, format } as const,
        { heading: `${column}: n`, format: 'count' } as const,
      ]),
    ],
    rows: rows.map(({ key, name, title, cells }) => ({
      key,
      cells: [`${name} ${title}`, ...cells.flatMap(({ value, n }) => [value, n])],
    })),
  }
}
