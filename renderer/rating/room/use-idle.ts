import { useCallback, useEffect, useRef, useState } from 'react'

/** The time that people have to say that they are still there, in seconds (at least 20 by WCAG 2.2.1). */
export const STILL_THERE_SECONDS = 20

/** The time that nobody has touched the page, in three steps: not long, so long that it asks, or too long. */
type Idleness = 'busy' | 'asked' | 'over'

/** The signs of a person: fingers, keys, a wheel, and a screen reader's moves, which come as focus and selection. */
const SIGNS = [
  'pointerdown',
  'pointermove',
  'touchstart',
  'wheel',
  'scroll',
  'keydown',
  'input',
  'focusin',
  'selectionchange',
] as const

/** The signs that somebody gave on purpose; a question on the page moves focus and scroll by itself. */
const DELIBERATE: readonly string[] = [
  'pointerdown',
  'pointermove',
  'touchstart',
  'wheel',
  'keydown',
]

const TICK_MS = 1_000

/** Text that is read aloud counts as somebody who listens; a page behind another one asks nobody. */
const isOccupied = (): boolean =>
  document.visibilityState === 'hidden' || window.speechSynthesis?.speaking === true

/** A browser tells of a pointer that has not moved, too, when the page changes under it. */
function createStillness() {
  let at = ''
  return (event: Event): boolean => {
    if (!(event instanceof PointerEvent) || event.type !== 'pointermove') return false
    const place = `${event.screenX} ${event.screenY}`
    const isStill = at === '' || at === place
    at = place
    return isStill
  }
}

/** Watches whether anybody is there; `stay` says that somebody is. */
export function useIdle(idleMs: number): {
  readonly idleness: Idleness
  readonly stay: () => void
} {
  const [idleness, setIdleness] = useState<Idleness>('busy')
  const touched = useRef(Date.now())
  const present = useRef<Idleness>('busy')
  const become = useCallback((next: Idleness) => {
    present.current = next
    setIdleness(next)
  }, [])
  const stay = () => {
    touched.current = Date.now()
    become('busy')
  }
  useEffect(() => {
    const isStill = createStillness()
    const note = (event: Event) => {
      if (isStill(event) || present.current === 'over') return
      if (present.current === 'asked' && !DELIBERATE.includes(event.type)) return
      touched.current = Date.now()
      if (present.current === 'asked') become('busy')
    }
    const tick = () => {
      if (present.current === 'over') return
      if (isOccupied()) touched.current = Date.now()
      const idle = Date.now() - touched.current
      if (idle < idleMs) return
      if (present.current === 'busy') {
        // Counted from the question, so that a laptop that slept asks too before it covers anything.
        touched.current = Date.now() - idleMs
        become('asked')
      } else if (idle >= idleMs + STILL_THERE_SECONDS * 1_000) become('over')
    }
    const options = { capture: true, passive: true } as const
    for (const sign of SIGNS) document.addEventListener(sign, note, options)
    const ticking = setInterval(tick, TICK_MS)
    return () => {
      for (const sign of SIGNS) document.removeEventListener(sign, note, options)
      clearInterval(ticking)
    }
  }, [idleMs, become])
  return { idleness, stay }
}
