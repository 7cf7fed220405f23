import type { ReactNode } from 'react'
import type { NamePlace } from '../chart.ts'
import { cutText, textWidth } from '../text/measure.ts'
import type { ChartTheme } from '../theme.ts'
import { textElement } from './elements.ts'

/** The name of a row: a strong part, such as a code, and a title after it. */
export interface RowName {
  readonly name: string
  /** May be empty. */
  readonly title: string
}

const SIZE = 14
const STRONG = { size: SIZE, weight: 'bold' } as const
const GAP = 7
/** The least width in pixels for a title; less of it would be of no use. */
const LEAST_TITLE = 24

/** The name of a row, from the left edge, its title cut where it is wider than there is room. */
export function drawRowName(
  row: RowName,
  { y, room }: { readonly y: number; readonly room: number },
  theme: ChartTheme,
): ReactNode {
  const name = cutText(row.name, room, STRONG)
  const from = textWidth(name, STRONG) + GAP
  const title = room - from < LEAST_TITLE ? '' : cutText(row.title, room - from, { size: SIZE })
  return [
    textElement({ key: 'name', x: 0, y, ...STRONG, fill: theme.ink }, name),
    title && textElement({ key: 'title', x: from, y, size: SIZE, fill: theme.ink }, title),
  ]
}

/** The width for names: that of the longest, but never so much that the drawing beside them has no room. */
export function nameRoomFor(rows: readonly RowName[], width: number, mostShare: number): number {
  const widths = rows.map(
    ({ name, title }) => textWidth(name, STRONG) + textWidth(title, { size: SIZE }) + GAP + 1,
  )
  const longest = widths.reduce((most, each) => Math.max(most, each), 0)
  return Math.min(longest, Math.max(150, width * mostShare))
}

/** The height in pixels of the area around a name that a finger can hit. */
const TARGET = 28

/** The area of a name, as large as it has to be to be pressed. */
export const namePlace = (key: string, y: number, room: number): NamePlace => ({
  key,
  top: y - TARGET / 2,
  width: room,
  height: TARGET,
})
