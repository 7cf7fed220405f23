import type { ReactNode } from 'react'
import type { Canvas } from '../chart.ts'
import { textWidth } from '../text/measure.ts'
import type { Box } from '../text/place-labels.ts'
import type { ChartTheme, LevelStyle } from '../theme.ts'
import { element, textElement } from './elements.ts'

/** The size of words on an area. */
export const AREA_TEXT = 12.5

/** An area in the style of a level, with its strokes where the level is a low one. */
export function drawLevelArea(
  style: LevelStyle,
  area: Box,
  canvas: Pick<Canvas, 'ids'>,
): ReactNode {
  return element(
    'g',
    { key: 'area' },
    element('rect', { key: 'fill', ...area, fill: style.fill }),
    style.isHatched && element('rect', { key: 'hatch', ...area, fill: hatchFill(canvas) }),
  )
}

/** A text in the middle of such an area, where there is room; on strokes it has a patch behind it. */
export function drawOnLevel(words: string, style: LevelStyle, area: Box): ReactNode {
  const wide = textWidth(words, { size: AREA_TEXT })
  if (area.width < wide + 6) return null
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2]
  return element(
    'g',
    { key: 'words' },
    style.isHatched &&
      element('rect', {
        key: 'patch',
        x: x - wide / 2 - 3,
        y: y - 8,
        width: wide + 6,
        height: 16,
        rx: 3,
        fill: style.fill,
      }),
    textElement(
      { key: 'text', x, y, textAnchor: 'middle', size: AREA_TEXT, fill: style.ink },
      words,
    ),
  )
}

/** An entry of a legend; its mark is drawn around the origin, within `MARK_WIDTH`. */
export interface LegendItem {
  readonly label: string
  readonly mark: ReactNode
}

/** The greatest width of an item's mark. */
export const MARK_WIDTH = 16
const SIZE = 13
const LINE = 24
const GAP = 20

/** A legend in as many lines as it takes, and its height. */
export function drawLegend(
  items: readonly LegendItem[],
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  theme: ChartTheme,
): { readonly height: number; readonly content: ReactNode } {
  let [across, line] = [0, 0]
  const placed = items.map(({ label, mark }) => {
    const length = MARK_WIDTH + 8 + textWidth(label, { size: SIZE })
    if (across > 0 && across + length > width) {
      across = 0
      line++
    }
    const place = { left: x + across, middle: y + (line + 0.5) * LINE }
    across += length + GAP
    return element(
      'g',
      { key: label },
      element(
        'g',
        { key: 'mark', transform: `translate(${place.left + MARK_WIDTH / 2} ${place.middle})` },
        mark,
      ),
      textElement(
        {
          key: 'label',
          x: place.left + MARK_WIDTH + 8,
          y: place.middle,
          size: SIZE,
          fill: theme.ink,
        },
        label,
      ),
    )
  })
  const height = items.length === 0 ? 0 : (line + 1) * LINE
  return { height, content: element('g', { key: 'legend' }, ...placed) }
}

const hatchId = ({ ids }: Pick<Canvas, 'ids'>) => `${ids}-hatch`

/** The width of the square that repeats, so that strokes are 5.7 apart. */
const HATCH = 8

/**
 * The pattern of strokes that marks the lower levels, to be put into a drawing once. The strokes lean and their square
 * stands upright: one that is turned is painted point by point, which takes most of the time of a picture.
 */
export const hatchDefinition = (canvas: Pick<Canvas, 'ids' | 'theme'>): ReactNode =>
  element(
    'defs',
    { key: 'hatch' },
    element(
      'pattern',
      {
        key: 'pattern',
        id: hatchId(canvas),
        width: HATCH,
        height: HATCH,
        patternUnits: 'userSpaceOnUse',
      },
      element('path', {
        key: 'stroke',
        d: `M-2 2L2 -2M0 ${HATCH}L${HATCH} 0M${HATCH - 2} ${HATCH + 2}L${HATCH + 2} ${HATCH - 2}`,
        fill: 'none',
        stroke: canvas.theme.hatch,
        strokeWidth: 2.8,
      }),
    ),
  )

/** A fill of those strokes. */
const hatchFill = (canvas: Pick<Canvas, 'ids'>): string => `url(#${hatchId(canvas)})`
