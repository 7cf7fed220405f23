import { type RefObject, useEffect, useRef } from 'react'

/**
 * A heading that takes the focus when it appears, so that a screen reader says what is new and Tab
 * goes on from there. The window is named after it.
 */
export function useHeadingFocus(windowTitle: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${windowTitle} – Framework Workbook`
  }, [windowTitle])
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
