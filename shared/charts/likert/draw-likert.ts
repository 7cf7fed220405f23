import type { ReactNode } from 'react'
import { ANSWER_HEADINGS, otherAnswers } from '../../messages/charts.ts'
import { formatCount, formatShare } from '../../messages/figures.ts'
import { areFewAnswers } from '../../model/few-answers.ts'
import type { Level } from '../../model/scale.ts'
import type { Canvas, Drawing } from '../chart.ts'
import { element, textElement } from '../elements.ts'
import { hatchDefinition } from '../frame/hatch.ts'
import { drawLegend } from '../frame/legend.ts'
import { AREA_TEXT, drawLevelArea, drawOnLevel } from '../frame/level-area.ts'
import { drawRowName, namePlace } from '../frame/row-name.ts'
import { wrapText } from '../text/measure.ts'
import { type LikertLayout, type LikertRowLayout, layoutLikert } from './layout.ts'
import type { LikertRow } from './rows.ts'

const TEXT = 14
const SMALL = AREA_TEXT

/** Bars of how many chose each level, parted at the middle of the scale. */
export function drawLikert(
  rows: readonly LikertRow[],
  levels: readonly Level[],
  canvas: Canvas,
): Drawing {
  const layout = layoutLikert(rows, levels.length, canvas.width)
  const legend = drawLegend(
    levels.map(level => ({
      label: `${level.value} ${level.label}`,
      mark: drawLevelArea(
        canvas.theme.levelLook(level.value, levels.length),
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

function ground(layout: LikertLayout, { theme }: Canvas): readonly ReactNode[] {
  const { columns, ticks, top, bottom } = layout
  const setting = { size: SMALL, fill: theme.muted }
  return [
    ...columns.flatMap(({ figure, right, room }) =>
      wrapText(ANSWER_HEADINGS[figure], room - 6, { size: SMALL }).map((line, index, lines) =>
        textElement(
          {
            key: `${figure} ${line}`,
            ...{ x: right, y: top - 8 - (lines.length - index - 0.5) * 14, textAnchor: 'end' },
            ...setting,
          },
          line,
        ),
      ),
    ),
    element('path', {
      key: 'zero',
      ...{ d: zeroLine(layout), stroke: theme.lineStrong, fill: 'none' },
    }),
    ...ticks.map(({ share, at }) =>
      textElement(
        { key: `tick ${at}`, x: at, y: bottom + 14, textAnchor: 'middle', ...setting },
        formatShare(share),
      ),
    ),
  ]
}

/** The line through the middle of the scale; names that stand over their bars are not crossed. */
function zeroLine({ isNarrow, rows, zero, top, bottom, barHeight }: LikertLayout): string {
  if (!isNarrow) return `M${zero} ${top - 2}V${bottom + 4}`
  return rows.map(({ barTop }) => `M${zero} ${barTop - 3}v${barHeight + 6}`).join('')
}

function rowMarks(
  place: LikertRowLayout,
  layout: LikertLayout,
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
      const look = theme.levelLook(level, levels)
      const area = { x, y: barTop, width: Math.max(0.5, width - 1), height }
      return element(
        'g',
        { key: `level ${level}` },
        drawLevelArea(look, area, canvas),
        drawOnLevel(String(count), look, area),
      )
    }),
    ...(segments.length === 0
      ? [
          textElement(
            {
              ...{ key: 'none', x: layout.zero + 8, y: barTop + height / 2 },
              ...{ size: SMALL, fill: theme.muted },
            },
            row.answers === null ? 'Not shown: too few people' : 'No answers',
          ),
        ]
      : []),
    layout.isNarrow && otherAnswersMark(place, layout, canvas),
    ...layout.columns.map(({ figure, right }) =>
      textElement(
        {
          ...{ key: figure, x: right, y: barTop + height / 2, textAnchor: 'end', size: TEXT },
          fill: figure === 'favourable' ? theme.ink : theme.muted,
        },
        figureWords(row, figure),
      ),
    ),
  )
}

/** Where there is no room for columns, those who chose no level stand under the bar. */
function otherAnswersMark(
  { row, barTop }: LikertRowLayout,
  { barHeight }: LikertLayout,
  { theme }: Canvas,
): ReactNode {
  const words = row.answers ? otherAnswers(row.answers) : ''
  const y = barTop + barHeight + 11
  return textElement({ key: 'others', x: 0, y, size: SMALL, fill: theme.muted }, words)
}

function figureWords(
  { answers }: LikertRow,
  figure: LikertLayout['columns'][number]['figure'],
): string {
  if (!answers) return ''
  if (figure === 'favourable') return formatShare(answers.favourable)
  const count = formatCount(answers[figure])
  return figure === 'n' && areFewAnswers(answers) ? `${count}*` : count
}
