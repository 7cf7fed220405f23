import { createElement, type ReactNode, type SVGAttributes } from 'react'
import type { Setting } from '../text/measure.ts'

type Attributes = SVGAttributes<SVGElement> & { readonly key?: string }

/**
 * An SVG element. Charts are written without JSX: sources run as they are (decision 7), and Node reads
 * TypeScript by leaving the types out, which does not make JavaScript of JSX.
 */
export const element = (
  tag: 'svg' | 'g' | 'rect' | 'path' | 'line' | 'circle' | 'defs' | 'pattern' | 'title' | 'tspan',
  attributes: Attributes,
  ...children: readonly ReactNode[]
): ReactNode => createElement(tag, attributes, ...children)

/** The typeface that comes with the program; a page knows it by its variable form. */
export const TYPEFACE =
  '"Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next Variable", sans-serif'

type TextAttributes = Attributes &
  Setting & { readonly x: number; readonly y: number; readonly fill: string }

/** Half the height of a capital letter: the distance from the middle of a line to its baseline. */
const MIDDLE_TO_BASELINE = 0.335

/** A line of text whose capitals are centred on `y`, wherever it is drawn. */
export function textElement(
  { size, weight, y, ...attributes }: TextAttributes,
  words: string,
): ReactNode {
  return createElement(
    'text',
    {
      fontSize: size,
      ...(weight === 'bold' && { fontWeight: 700 }),
      y: Number((y + size * MIDDLE_TO_BASELINE).toFixed(2)),
      ...attributes,
    },
    words,
  )
}
