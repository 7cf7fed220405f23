import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'

interface EnlargedProps {
  /** The width of the chart on the page. */
  readonly width: number
  /** The drawing, for the width in pixels that it has before it is enlarged. */
  readonly children: (width: number) => ReactNode
}

/** The text size in pixels that the sizes in the charts are designed for. */
const USUAL_SIZE = 16

/** The size of the page's own text, which the projector's theme and a person's settings enlarge. */
const textScale = () =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_SIZE

/** A drawing that is enlarged as much as the text around it. */
export function Enlarged({ width, children }: EnlargedProps) {
  const [scale, setScale] = useState(textScale)
  const [height, setHeight] = useState(0)
  const drawing = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = drawing.current
    if (!element) return
    const measure = () => setHeight(element.offsetHeight)
    measure()
    const drawn = new ResizeObserver(measure)
    drawn.observe(element)
    const themed = new MutationObserver(() => setScale(textScale()))
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      drawn.disconnect()
      themed.disconnect()
    }
  }, [])
  const room = Math.floor(width / scale)
  return (
    <div style={{ height: height * scale }}>
      <div
        ref={drawing}
        style={{
          width: room,
          transform: scale === 1 ? 'none' : `scale(${scale})`,
          transformOrigin: '0 0',
        }}
      >
        {children(room)}
      </div>
    </div>
  )
}

/** The width of an element in whole pixels, now and whenever it changes; 0 until it is on the page. */
export function useWidth<Shown extends HTMLElement>(): readonly [RefObject<Shown | null>, number] {
  const shown = useRef<Shown>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = shown.current
    if (!element) return
    const measure = () => setWidth(Math.floor(element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [shown, width]
}
