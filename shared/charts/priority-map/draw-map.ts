import type { ReactNode } from 'react'
import type { ChartWords } from '../../languages/chart-words.ts'
import { formatOne, formatShare } from '../../messages/figures.ts'
import { DISAGREEMENT_KINDS, type DisagreementKind, type Priority } from '../../model/results.ts'
import type { Drawing } from '../chart.ts'
import { element, textElement } from '../frame/elements.ts'
import { drawLegend, type LegendItem } from '../frame/level-area.ts'
import { textWidth } from '../text/measure.ts'
import type { ChartTheme } from '../theme.ts'
import type { JudgedAxis, MapDot } from './dots.ts'
import { MAP_TEXT, type MapLayout, type PlacedDot } from './layout.ts'
import { OUTLINES } from './outlines.ts'

/** The colours and words of a map. */
interface Look {
  readonly theme: ChartTheme
  readonly words: ChartWords
}

/** Draws the map, with a legend of its shapes. */
export function drawMap(layout: MapLayout, axis: JudgedAxis, look: Look): Drawing {
  const { theme } = look
  const legend = drawLegend(
    legendItems(layout.dots, look),
    { x: layout.plot.x, y: layout.height + 4, width: layout.plot.width },
    theme,
  )
  return {
    height: layout.height + 4 + legend.height,
    content: element('g', {}, mapContent(layout, axis, look), legend.content),
  }
}

/** The legend of the shapes that are on the map. */
function legendItems(dots: readonly MapDot[], { theme, words }: Look): readonly LegendItem[] {
  const kinds = DISAGREEMENT_KINDS.filter(kind => dots.some(dot => dot.kind === kind))
  const shapes = kinds.map(kind => ({
    label: words.kinds[kind],
    mark: element('path', { d: shapePath(kind, 6), fill: theme.muted }),
  }))
  const ring = { fill: 'none', stroke: theme.muted, strokeWidth: 1.75 }
  const hollow = (label: string, more = {}): LegendItem => ({
    label,
    mark: element('path', { d: shapePath('agreed', 5.5), ...ring, ...more }),
  })
  return [
    ...shapes,
    ...(dots.some(({ isHeldBack }) => isHeldBack) ? [hollow(words.map.heldBack)] : []),
    ...(dots.some(({ priority }) => priority === null) ? [hollow(words.map.tooFew, BROKEN)] : []),
  ]
}

/** The line around a mark that rests on too few answers. */
const BROKEN = { strokeDasharray: '2 2.5' } as const

/** The parts of the map, from the ground up. */
function mapContent(layout: MapLayout, axis: JudgedAxis, look: Look): ReactNode {
  const { theme } = look
  return element(
    'g',
    { key: 'map' },
    element('g', { key: 'ground' }, ...ground(layout, look)),
    element('g', { key: 'axes' }, ...axes(layout, axis, look)),
    element('g', { key: 'dots' }, ...layout.dots.map(dot => dotMark(dot, theme))),
    element('g', { key: 'labels' }, ...labels(layout, theme)),
  )
}

/**
 * The fill of a dot: the two ends of the scale for keep and rethink, and a muted colour for those
 * between.
 */
function priorityColour(priority: Priority | null, theme: ChartTheme): string {
  if (priority === 'keep') return theme.accent
  return priority === 'rethink' ? theme.levels[0] : theme.muted
}

function ground(layout: MapLayout, look: Look): readonly ReactNode[] {
  const { theme } = look
  const { plot, threshold, quadrants, dots } = layout
  const keep = quadrants.find(({ priority }) => priority === 'keep')
  const count = (priority: Priority) => dots.filter(dot => dot.priority === priority).length
  return [
    keep &&
      element('rect', {
        key: 'keep',
        x: keep.x,
        y: keep.y,
        width: keep.width,
        height: keep.height,
        fill: theme.accentSoft,
      }),
    element('rect', {
      key: 'frame',
      ...plot,
      fill: 'none',
      stroke: theme.line,
    }),
    element('path', {
      key: 'threshold',
      d: `M${threshold.x} ${plot.y}V${plot.y + plot.height}M${plot.x} ${threshold.y}H${plot.x + plot.width}`,
      fill: 'none',
      stroke: theme.lineStrong,
      strokeDasharray: '5 4',
    }),
    ...quadrants.flatMap(quadrant => quadrantName(quadrant, count(quadrant.priority), look)),
  ]
}

function quadrantName(
  { priority, nameX, nameY, nameAnchor }: MapLayout['quadrants'][number],
  count: number,
  { theme, words }: Look,
): readonly ReactNode[] {
  const size = MAP_TEXT + 1
  const name = words.priorities[priority]
  const isEnd = nameAnchor === 'end'
  const between = 6
  const countX = isEnd ? nameX : nameX + textWidth(name, { size, weight: 'bold' }) + between
  const titleX = isEnd ? nameX - textWidth(String(count), { size }) - between : nameX
  const place = { y: nameY, textAnchor: nameAnchor, size }
  return [
    textElement({ key: priority, x: titleX, ...place, weight: 'bold', fill: theme.ink }, name),
    textElement(
      { key: `${priority} count`, x: countX, ...place, fill: theme.muted },
      String(count),
    ),
  ]
}

function axes(layout: MapLayout, axis: JudgedAxis, { theme, words }: Look): readonly ReactNode[] {
  const { plot, xTicks, yTicks, height } = layout
  const bottom = plot.y + plot.height
  const format = axis.unit === 'share' ? formatShare : formatOne
  const setting = { size: MAP_TEXT, fill: theme.muted }
  const middle = plot.y + plot.height / 2
  return [
    ...xTicks.map(({ value, at }) =>
      textElement(
        { key: `x${value}`, x: at, y: bottom + 36, textAnchor: 'middle', ...setting },
        format(value),
      ),
    ),
    ...yTicks.map(({ value, at }) =>
      textElement(
        { key: `y${value}`, x: plot.x - 8, y: at, textAnchor: 'end', ...setting },
        format(value),
      ),
    ),
    textElement(
      {
        key: 'usefulness',
        x: plot.x + plot.width,
        y: height - 8,
        textAnchor: 'end',
        size: MAP_TEXT,
        weight: 'bold',
        fill: theme.ink,
      },
      words.criteria.usefulness,
    ),
    textElement(
      {
        key: 'usability',
        x: 0,
        y: 0,
        textAnchor: 'middle',
        transform: `translate(9 ${middle}) rotate(-90)`,
        size: MAP_TEXT,
        weight: 'bold',
        fill: theme.ink,
      },
      words.criteria.usability,
    ),
    textElement({ key: 'judged', x: plot.x, y: height - 8, ...setting }, axis.label),
  ]
}

/**
 * The mark of one indicator; a hollow one is held back by another condition of the rule, and one with a broken line
 * rests on too few answers to be judged.
 */
function dotMark(dot: PlacedDot, theme: ChartTheme): ReactNode {
  const { id, x, y, radius, kind, priority, isHeldBack } = dot
  const colour = priorityColour(priority, theme)
  const line = 1.75
  const isHollow = isHeldBack || priority === null
  return element('path', {
    key: id,
    d: shapePath(kind, isHollow ? radius - line / 2 : radius),
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    ...(isHollow
      ? {
          fill: theme.surface,
          stroke: colour,
          strokeWidth: line,
          ...(priority === null && BROKEN),
        }
      : { fill: colour, stroke: theme.surface, strokeWidth: 0.75 }),
  })
}

function labels({ labels: placed }: MapLayout, theme: ChartTheme): readonly ReactNode[] {
  return placed.map(({ id, x, y, text }) =>
    textElement({ key: id, x, y, size: 12, fill: theme.ink }, text),
  )
}

/** Factors of the area by shape: equal areas look unequally large, and a cross and a diamond need more. */
const AREAS: Readonly<Record<DisagreementKind, number>> = {
  agreed: 1,
  'lone dissenter': 0.9,
  vague: 0.95,
  'groups differ': 1,
  split: 1,
}

/** The outline of a dot of this radius, around the origin. */
function shapePath(kind: DisagreementKind | null, radius: number): string {
  const drawn = kind ?? 'agreed'
  const area = Math.PI * radius * radius * AREAS[drawn]
  return OUTLINES[drawn](area)
}
