import { type MouseEvent, useRef } from 'react'

/** The time within which a second press of a finger or a mouse belongs to the first one, in milliseconds. */
const DOUBLE_MS = 300

/** The greatest distance between the two halves of a double press, in CSS pixels. */
const DOUBLE_PIXELS = 24

interface Pressed {
  readonly at: number
  readonly x: number
  readonly y: number
}

/**
 * Tells the second half of a double press, which comes where the first one was, from a press of its own. A click
 * that a key or a screen reader made has no detail, and is never a second half.
 */
export function useDoublePress(): (click: MouseEvent) => boolean {
  const last = useRef<Pressed | null>(null)
  return ({ detail, timeStamp, clientX, clientY }) => {
    if (detail === 0) return false
    const before = last.current
    last.current = { at: timeStamp, x: clientX, y: clientY }
    return (
      before !== null &&
      timeStamp - before.at < DOUBLE_MS &&
      Math.hypot(clientX - before.x, clientY - before.y) < DOUBLE_PIXELS
    )
  }
}

/** Has a click act once where it comes double, so that what moves along moves by one. */
export function useSingleClick(): (act: () => void) => (click: MouseEvent) => void {
  const isSecond = useDoublePress()
  return act => click => {
    // A browser counts the clicks that are halves of a double one; several quick ones of their own are not.
    if (!isSecond(click) || click.detail < 2) act()
  }
}
