import type { ReactNode } from 'react'
import { element, textElement } from '../elements.ts'
import { textWidth } from '../text/measure.ts'
import type { ChartTheme } from '../theme/theme.ts'

/** One thing that a legend explains; its mark is drawn around the origin, within `MARK_WIDTH`. */
export interface LegendItem {
  readonly label: string
  readonly mark: ReactNode
}

/** How wide the mark of an item may be. */
export const MARK_WIDTH = 16
const SIZE = 13
const LINE = 24
const GAP = 20

/** A legend in as many lines as it takes, and how high it became. */
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
