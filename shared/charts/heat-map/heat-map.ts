import type { ReactNode } from 'react'
import type { ChartWords } from '../../languages/chart-words.ts'
import { CHART_WORDS, HEAT_WORDS } from '../../messages/charts.ts'
import { formatOne, formatShare, NO_FIGURE } from '../../messages/figures.ts'
import type { HeatFigure } from '../../model/exports.ts'
import type { IndicatorResult } from '../../model/results.ts'
import type { Level } from '../../model/scale.ts'
import { basisWords } from '../basis.ts'
import type { Canvas, Chart, ChartMaterial, ChartTable, Drawing } from '../chart.ts'
import { element, textElement } from '../frame/elements.ts'
import {
  AREA_TEXT,
  drawLegend,
  drawLevelArea,
  drawOnLevel,
  hatchDefinition,
} from '../frame/level-area.ts'
import { drawRowName, namePlace } from '../frame/row-name.ts'
import type { LevelStyle } from '../theme.ts'
import { type HeatCells, type HeatChoice, heatCells, widestGap } from './cells.ts'
import {
  HEADING_LINE,
  HEADING_TEXT,
  type HeatLayout,
  type HeatRowLayout,
  layoutHeatMap,
} from './layout.ts'

/** A chart of groups by indicators, one figure a cell. */
export function heatMap(
  material: ChartMaterial,
  choice: HeatChoice,
  indicators: readonly IndicatorResult[] = material.results.indicators,
): Chart {
  const { criterion, figure } = choice
  const cells = heatCells(indicators, choice, material)
  const { groups: words } = material.words ?? CHART_WORDS
  const { notes } = words
  const has = (kind: 'isFew' | 'isHidden') => cells.rows.some(row => row.cells.some(c => c[kind]))
  return {
    title: words.title(criterion, figure, widestGap(cells)),
    basis: basisWords(material),
    notes: [
      notes[figure],
      ...(has('isFew') ? [notes.few] : []),
      ...(has('isHidden') ? [notes.hidden] : []),
    ],
    table: heatTable(cells, figure),
    draw: canvas =>
      drawHeatMap(cells, { figure, levels: material.scale.levels[criterion], words }, canvas),
  }
}

/**
 * The table of the chart. Each group has its figure and its n: a share of three people is not one of
 * thirty.
 */
function heatTable({ columns, rows }: HeatCells, figure: HeatFigure): ChartTable {
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

/** The number of equal steps in which shares are coloured; the number in each cell is exact. */
const STEPS = 5

interface Shown {
  readonly figure: HeatFigure
  readonly levels: readonly Level[]
  readonly words: ChartWords['groups']
}

/** Draws a cell for each indicator and group, with its figure. */
function drawHeatMap(cells: HeatCells, shown: Shown, canvas: Canvas): Drawing {
  const { figure, levels } = shown
  const layout = layoutHeatMap(cells, canvas.width)
  const legend = drawLegend(
    legendStyles(shown, canvas).map(({ label, style }) => ({
      label,
      mark: drawLevelArea(style, { x: -8, y: -8, width: 16, height: 16 }, canvas),
    })),
    { x: 0, y: layout.height + 12, width: canvas.width },
    canvas.theme,
  )
  return {
    height: layout.height + 12 + legend.height,
    names: layout.rows.map(({ row, nameY }) => namePlace(row.key, nameY, layout.nameRoom)),
    content: element(
      'g',
      {},
      hatchDefinition(canvas),
      ...headingMarks(layout, canvas),
      ...layout.rows.map(row => rowMarks(row, layout, { figure, levels: levels.length }, canvas)),
      legend.content,
    ),
  }
}

function legendStyles({ figure, levels, words }: Shown, { theme }: Canvas) {
  if (figure === 'median') {
    return levels.map(({ value, label }) => ({
      label: `${value} ${label}`,
      style: theme.levelStyle(value, levels.length),
    }))
  }
  return Array.from({ length: STEPS }, (_, index) => ({
    label: words.step(index / STEPS, (index + 1) / STEPS),
    style: theme.levelStyle(index + 1, STEPS),
  }))
}

/** The style of a figure: the step of a share, or the place of a median on its scale. */
function figureStyle(
  value: number,
  { figure, levels }: { readonly figure: HeatFigure; readonly levels: number },
  { theme }: Canvas,
): LevelStyle {
  if (figure === 'median') return theme.levelStyle(value, levels)
  return theme.levelStyle(Math.min(STEPS, Math.floor(value * STEPS + 1e-9) + 1), STEPS)
}

function headingMarks({ headings, areTurned, top }: HeatLayout, { theme }: Canvas) {
  const setting = { size: HEADING_TEXT, fill: theme.muted }
  return headings.flatMap(({ lines, middle }, column) =>
    lines.map((line, index) => {
      const key = `heading ${column} ${index}`
      if (!areTurned) {
        const y = top - 10 - (lines.length - index - 0.5) * HEADING_LINE
        return textElement({ key, x: middle, y, textAnchor: 'middle', ...setting }, line)
      }
      const across = middle + (index - (lines.length - 1) / 2) * HEADING_LINE
      const transform = `translate(${across} ${top - 6}) rotate(-90)`
      return textElement({ key, x: 0, y: 0, transform, ...setting }, line)
    }),
  )
}

function rowMarks(
  { row, nameY, areas }: HeatRowLayout,
  { nameRoom }: HeatLayout,
  of: { readonly figure: HeatFigure; readonly levels: number },
  canvas: Canvas,
): ReactNode {
  const { theme } = canvas
  const format = of.figure === 'median' ? formatOne : formatShare
  return element(
    'g',
    { key: `row ${row.key}` },
    drawRowName(row, { y: nameY, room: nameRoom }, theme),
    ...row.cells.map(({ value, isFew, isHidden }, index) => {
      const area = areas[index]
      if (!area) return null
      if (value === null) {
        const [x, y] = [area.x + area.width / 2, area.y + area.height / 2]
        return textElement(
          { key: `cell ${index}`, x, y, textAnchor: 'middle', size: AREA_TEXT, fill: theme.muted },
          isHidden ? HEAT_WORDS.hidden : NO_FIGURE,
        )
      }
      const style = figureStyle(value, of, canvas)
      const words = `${format(value)}${isFew ? '*' : ''}`
      return element(
        'g',
        { key: `cell ${index}` },
        drawLevelArea(style, area, canvas),
        drawOnLevel(area.width < 44 ? words.replace('%', '') : words, style, area),
      )
    }),
  )
}
