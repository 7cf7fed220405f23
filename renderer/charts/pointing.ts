import { type PointerEvent, useState } from 'react'
import { type Box, overlaps } from '../../shared/charts/text/place-labels.ts'

/** The greatest distance in pixels at which a pointer still means a dot; a finger covers more. */
const REACH = { mouse: 14, finger: 28 }
/** The least movement in pixels that makes a press a frame. */
const LEAST_FRAME = 6

interface Brushing<Mark> {
  /** Called when the pointer enters a dot, or leaves for none. */
  readonly onPoint: (id: string | null) => void
  readonly onOpen: (mark: Mark) => void
  /** Called with the dots in a frame that was drawn. */
  readonly onFrame: (ids: readonly string[]) => void
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The place of the pointer in the drawing's own pixels, which may be shown enlarged. */
const placeIn = (event: PointerEvent<HTMLElement>): Point => {
  const { left, top, width } = event.currentTarget.getBoundingClientRect()
  const scale = width / event.currentTarget.offsetWidth
  return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale }
}

const between = (one: Point, other: Point): Box => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
})

/**
 * Pointing at marks, opening them and drawing a frame around several. A finger that moves scrolls the
 * page; its first tap on a mark shows it, and a second one opens it.
 */
export function useBrush<Mark extends Placed>(marks: readonly Mark[], brushing: Brushing<Mark>) {
  const { onPoint, onOpen, onFrame } = brushing
  const [from, setFrom] = useState<Point | null>(null)
  const [frame, setFrame] = useState<Box | null>(null)
  const [tapped, setTapped] = useState<string | null>(null)
  const markAt = (event: PointerEvent<HTMLElement>) =>
    nearestMark(marks, placeIn(event), event.pointerType === 'touch' ? REACH.finger : REACH.mouse)
  const press = (event: PointerEvent<HTMLElement>) => {
    const mark = markAt(event)
    const isFirstTap = event.pointerType === 'touch' && mark?.id !== tapped
    setTapped(mark?.id ?? null)
    onPoint(mark?.id ?? null)
    if (mark && !isFirstTap) onOpen(mark)
  }
  const finish = () => {
    setFrom(null)
    setFrame(null)
  }
  return {
    frame,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        setFrom(placeIn(event))
        if (event.pointerType !== 'touch') event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (event.pointerType === 'touch') return
        if (from === null) return onPoint(markAt(event)?.id ?? null)
        const drawn = between(from, placeIn(event))
        if (frame || Math.max(drawn.width, drawn.height) >= LEAST_FRAME) setFrame(drawn)
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (frame) {
          const isFramed = ({ x, y }: Mark) => overlaps({ x, y, width: 0.1, height: 0.1 }, frame)
          onFrame(marks.filter(isFramed).map(({ id }) => id))
        } else if (from) {
          press(event)
        }
        finish()
      },
      onPointerCancel: finish,
      onPointerLeave: () => {
        if (from === null) onPoint(null)
      },
    },
  }
}

/** Something with a place on a drawing. */
interface Placed {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** The directions of the arrow keys. */
const DIRECTIONS = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const
type ArrowKey = keyof typeof DIRECTIONS

/** Tests whether a key is an arrow key. */
export const isArrowKey = (key: string): key is ArrowKey => Object.hasOwn(DIRECTIONS, key)

/** The weight of sideways distance over straight distance, so that an arrow goes where it points. */
const SIDEWAYS = 2

/** The mark that an arrow key goes to from another one; undefined at the edge. */
export function nextInDirection<Mark extends Placed>(
  marks: readonly Mark[],
  from: Placed,
  key: ArrowKey,
): Mark | undefined {
  const direction = DIRECTIONS[key]
  let best: { readonly mark: Mark; readonly cost: number } | undefined
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y]
    const ahead = dx * direction.x + dy * direction.y
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x)
    if (mark.id === from.id || ahead <= 0) continue
    const cost = ahead + SIDEWAYS * aside
    if (!best || cost < best.cost) best = { mark, cost }
  }
  return best?.mark
}

/** The mark nearest to a point, if any is within reach. */
export function nearestMark<Mark extends Placed>(
  marks: readonly Mark[],
  point: { readonly x: number; readonly y: number },
  reach: number,
): Mark | undefined {
  let best: { readonly mark: Mark; readonly distance: number } | undefined
  for (const mark of marks) {
    const distance = Math.hypot(mark.x - point.x, mark.y - point.y)
    if (distance <= reach && (!best || distance < best.distance)) best = { mark, distance }
  }
  return best?.mark
}
