import { type PointerEvent, useState } from 'react'
import { type Box, overlaps } from '../../shared/charts/text/place-labels.ts'
import { nearestMark, type Placed } from './nearest.ts'

/** How near a pointer must be to mean a dot; a finger covers more. */
const REACH = { mouse: 14, finger: 28 }
/** A press that moves less than this is a press and not a frame. */
const LEAST_FRAME = 6

interface Brushing<Mark> {
  /** The pointer is on a dot, or on none. */
  readonly onPoint: (id: string | null) => void
  readonly onOpen: (mark: Mark) => void
  /** A frame was drawn around these. */
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
