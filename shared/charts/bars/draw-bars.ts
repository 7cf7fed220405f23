import type { ReactNode } from 'react'
import { formatShare } from '../../messages/figures.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { element, textElement } from '../frame/elements.ts'
import {
  AREA_TEXT,
  drawLegend,
  drawLevelArea,
  drawOnLevel,
  hatchDefinition,
} from '../frame/level-area.ts'
import { drawRowName, namePlace } from '../frame/row-name.ts'
import { wrapText } from '../text/measure.ts'
import type { Bars } from './layout.ts'
import { type BarRowLayout, type BarsLayout, layoutBars } from './layout.ts'

const TEXT = 14
const SMALL = AREA_TEXT

/** Draws bars of the number of people at each level, diverging from the middle of the scale. */
export function drawBars(bars: Bars, canvas: Canvas): Drawing {
  const { levels } = bars
  const layout = layoutBars(bars, canvas.width)
  const legend = drawLegend(
    levels.map((label, index) => ({
      label,
      mark: drawLevelArea(
        canvas.theme.levelStyle(index + 1, levels.length),
        { x: -8, y: -8, width: 16, height: 16 },
        canvas,
      ),
    })),
    { x: 0, y: layout.height + 8, width: canvas.width },
    canvas.theme,
  )
  return {
    height: layout.height + 8 + legend.height,
    names: layout.rows.map(({ row, nameY }) => namePlace(row.key, nameY, layout.nameRoom)),
    content: element(
      'g',
      {},
      hatchDefinition(canvas),
      element('g', { key: 'ground' }, ...ground(layout, canvas)),
      ...layout.rows.map(row => rowMarks(row, layout, levels.length, canvas)),
      legend.content,
    ),
  }
}

function ground(layout: BarsLayout, { theme }: Canvas): readonly ReactNode[] {
  const { columns, ticks, top, bottom } = layout
  const setting = { size: SMALL, fill: theme.muted }
  return [
    ...columns.flatMap(({ key, heading, right, room }) =>
      wrapText(heading, room - 6, { size: SMALL }).map((line, index, lines) =>
        textElement(
          {
            key: `${key} ${line}`,
            x: right,
            y: top - 8 - (lines.length - index - 0.5) * 14,
            textAnchor: 'end',
            ...setting,
          },
          line,
        ),
      ),
    ),
    element('path', {
      key: 'zero',
      d: zeroLine(layout),
      stroke: theme.lineStrong,
      fill: 'none',
    }),
    ...ticks.map(({ share, at }) =>
      textElement(
        { key: `tick ${at}`, x: at, y: bottom + 14, textAnchor: 'middle', ...setting },
        formatShare(share),
      ),
    ),
  ]
}

/** The path of the line through the middle of the scale; names above their bars are not crossed. */
function zeroLine({ isNarrow, rows, zero, top, bottom, barHeight }: BarsLayout): string {
  if (!isNarrow) return `M${zero} ${top - 2}V${bottom + 4}`
  return rows.map(({ barTop }) => `M${zero} ${barTop - 3}v${barHeight + 6}`).join('')
}

function rowMarks(
  place: BarRowLayout,
  layout: BarsLayout,
  levels: number,
  canvas: Canvas,
): ReactNode {
  const { row, segments, barTop } = place
  const { theme } = canvas
  const height = layout.barHeight
  return element(
    'g',
    { key: `row ${row.key}` },
    drawRowName(row, { y: place.nameY, room: layout.nameRoom }, theme),
    ...segments.map(({ level, count, x, width }) => {
      const style = theme.levelStyle(level, levels)
      const area = { x, y: barTop, width: Math.max(0.5, width - 1), height }
      return element(
        'g',
        { key: `level ${level}` },
        drawLevelArea(style, area, canvas),
        drawOnLevel(String(count), style, area),
      )
    }),
    ...(segments.length === 0
      ? [
          textElement(
            {
              key: 'none',
              x: layout.zero + 8,
              y: barTop + height / 2,
              size: SMALL,
              fill: theme.muted,
            },
            row.ifEmpty,
          ),
        ]
      : []),
    layout.isNarrow && belowMark(place, layout, canvas),
    ...layout.columns.map(({ key, right }, index) =>
      textElement(
        {
          key,
          x: right,
          y: barTop + height / 2,
          textAnchor: 'end',
          size: TEXT,
          fill: index === 0 ? theme.ink : theme.muted,
        },
        row.figures[key] ?? '',
      ),
    ),
  )
}

/** The text under a bar of a narrow chart, for the columns that have no room beside it. */
function belowMark(
  { row, barTop }: BarRowLayout,
  { barHeight }: BarsLayout,
  { theme }: Canvas,
): ReactNode {
  const y = barTop + barHeight + 11
  return textElement({ key: 'below', x: 0, y, size: SMALL, fill: theme.muted }, row.below)
}
