import type { ReactNode } from 'react'
import type { Canvas } from '../chart.ts'
import { element, textElement } from '../elements.ts'
import { textWidth } from '../text/measure.ts'
import type { Box } from '../text/place-labels.ts'
import type { LevelLook } from '../theme/theme.ts'
import { hatchFill } from './hatch.ts'

/** The size of words on an area. */
export const AREA_TEXT = 12.5

/** An area in the look of a level, with its strokes where the level is a low one. */
export function drawLevelArea(look: LevelLook, area: Box, canvas: Pick<Canvas, 'ids'>): ReactNode {
  return element(
    'g',
    { key: 'area' },
    element('rect', { key: 'fill', ...area, fill: look.fill }),
    look.isHatched && element('rect', { key: 'hatch', ...area, fill: hatchFill(canvas) }),
  )
}

/** Words in the middle of such an area, where there is room; on strokes they have a patch to stand on. */
export function drawOnLevel(words: string, look: LevelLook, area: Box): ReactNode {
  const wide = textWidth(words, { size: AREA_TEXT })
  if (area.width < wide + 6) return null
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2]
  return element(
    'g',
    { key: 'words' },
    look.isHatched &&
      element('rect', {
        ...{ key: 'patch', x: x - wide / 2 - 3, y: y - 8, width: wide + 6, height: 16 },
        ...{ rx: 3, fill: look.fill },
      }),
    textElement(
      { key: 'text', x, y, textAnchor: 'middle', size: AREA_TEXT, fill: look.ink },
      words,
    ),
  )
}
