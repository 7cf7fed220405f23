import type { ReactNode } from 'react'
import type { Canvas } from '../chart.ts'
import { element } from '../elements.ts'

const hatchId = ({ ids }: Pick<Canvas, 'ids'>) => `${ids}-hatch`

/** The strokes that mark the lower levels, to be put into a drawing once. */
export const hatchDefinition = (canvas: Pick<Canvas, 'ids' | 'theme'>): ReactNode =>
  element(
    'defs',
    { key: 'hatch' },
    element(
      'pattern',
      {
        ...{ key: 'pattern', id: hatchId(canvas), width: 5, height: 5 },
        ...{ patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      },
      element('line', {
        ...{ key: 'stroke', x1: 0, y1: 0, x2: 0, y2: 5 },
        ...{ stroke: canvas.theme.hatch, strokeWidth: 2.5 },
      }),
    ),
  )

/** What fills an area with those strokes. */
export const hatchFill = (canvas: Pick<Canvas, 'ids'>): string => `url(#${hatchId(canvas)})`
