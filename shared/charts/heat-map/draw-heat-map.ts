import type { ReactNode } from 'react'
import { HEAT_WORDS } from '../../messages/charts.ts'
import { formatOne, formatShare, NO_FIGURE } from '../../messages/figures.ts'
import type { Level } from '../../model/scale.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { element, textElement } from '../elements.ts'
import { hatchDefinition } from '../frame/hatch.ts'
import { drawLegend } from '../frame/legend.ts'
import { AREA_TEXT, drawLevelArea, drawOnLevel } from '../frame/level-area.ts'
import { drawRowName, namePlace } from '../frame/row-name.ts'
import type { LevelLook } from '../theme/theme.ts'
import type { HeatCells, HeatFigure } from './cells.ts'
import {
  HEADING_LINE,
  HEADING_TEXT,
  type HeatLayout,
  type HeatRowLayout,
  layoutHeatMap,
} from './layout.ts'

/** Shares are coloured in this many equal steps; the number in each cell says it exactly. */
const STEPS = 5

/** A cell for each indicator and group, its number printed. */
export function drawHeatMap(
  cells: HeatCells,
  figure: HeatFigure,
  levels: readonly Level[],
  canvas: Canvas,
): Drawing {
  const layout = layoutHeatMap(cells, canvas.width)
  const legend = drawLegend(
    legendLooks(figure, levels, canvas).map(({ label, look }) => ({
      label,
      mark: drawLevelArea(look, { x: -8, y: -8, width: 16, height: 16 }, canvas),
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

function legendLooks(figure: HeatFigure, levels: readonly Level[], { theme }: Canvas) {
  if (figure === 'median') {
    return levels.map(({ value, label }) => ({
      label: `${value} ${label}`,
      look: theme.levelLook(value, levels.length),
    }))
  }
  return Array.from({ length: STEPS }, (_, index) => ({
    label: HEAT_WORDS.step(index / STEPS, (index + 1) / STEPS),
    look: theme.levelLook(index + 1, STEPS),
  }))
}

/** The look of a figure: the step of a share, or the place of a median on its scale. */
function lookOf(
  value: number,
  { figure, levels }: { readonly figure: HeatFigure; readonly levels: number },
  { theme }: Canvas,
): LevelLook {
  if (figure === 'median') return theme.levelLook(value, levels)
  return theme.levelLook(Math.min(STEPS, Math.floor(value * STEPS + 1e-9) + 1), STEPS)
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
      const look = lookOf(value, of, canvas)
      const words = `${format(value)}${isFew ? '*' : ''}`
      return element(
        'g',
        { key: `cell ${index}` },
        drawLevelArea(look, area, canvas),
        drawOnLevel(area.width < 44 ? words.replace('%', '') : words, look, area),
      )
    }),
  )
}
