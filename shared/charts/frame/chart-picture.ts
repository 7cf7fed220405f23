import type { ReactNode } from 'react'
import type { Canvas, Chart } from '../chart.ts'
import { type Setting, wrapText } from '../text/measure.ts'
import { element, TYPEFACE, textElement } from './elements.ts'

/** Space around the whole picture. */
const MARGIN = 28
const TITLE: Setting = { size: 21, weight: 'bold' }
const SMALL: Setting = { size: 13 }
const LEADING = 1.35

/** A chart as a picture of its own, with its title, its basis and its notes. */
export function chartPicture(chart: Chart, canvas: Canvas): ReactNode {
  const { width, theme } = canvas
  const inner = width - 2 * MARGIN
  const title = wrapText(chart.title, inner, TITLE)
  const notes = chart.notes.flatMap(note => wrapText(note, inner, SMALL))
  const drawing = chart.draw({ ...canvas, width: inner })
  const basisTop = MARGIN + textHeight(title, TITLE) + 4
  const drawingTop = basisTop + textHeight([chart.basis], SMALL) + 18
  const notesTop = drawingTop + drawing.height + 18
  const height = Math.ceil(notesTop + textHeight(notes, SMALL) + MARGIN)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      fontFamily: TYPEFACE,
      role: 'img',
    },
    element('title', { key: 'name' }, `${chart.title}. ${chart.basis}`),
    element('rect', { key: 'ground', width, height, fill: theme.surface }),
    lines(title, MARGIN, { ...TITLE, fill: theme.ink }),
    lines([chart.basis], basisTop, { ...SMALL, fill: theme.muted }),
    element(
      'g',
      { key: 'drawing', transform: `translate(${MARGIN} ${drawingTop})` },
      drawing.content,
    ),
    lines(notes, notesTop, { ...SMALL, fill: theme.muted }),
  )
}

const textHeight = (text: readonly string[], { size }: Setting) => text.length * size * LEADING

function lines(
  text: readonly string[],
  top: number,
  setting: Setting & { readonly fill: string },
): ReactNode {
  return element(
    'g',
    { key: String(top) },
    ...text.map((line, index) =>
      textElement(
        {
          key: String(index),
          x: MARGIN,
          y: top + (index + 0.5) * setting.size * LEADING,
          ...setting,
        },
        line,
      ),
    ),
  )
}
