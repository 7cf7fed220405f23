import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Longer lists draw only what is near the window; shorter ones are drawn whole, and found whole by the browser. */
export const MOST_DRAWN_WHOLE = 400

/** The distance from the window within which parts are drawn, so that scrolling meets no gaps. */
const NEAR = '1500px 0px'

/** Follows whether a part is near the window, and the height that it had when it last was. */
export function useNearness(body: RefObject<HTMLElement | null>, isFirst: boolean) {
  const [state, setState] = useState<{ isNear: boolean; height: number | null }>({
    isNear: isFirst,
    height: null,
  })
  useEffect(() => {
    const part = body.current
    if (!part) return
    const observer = new IntersectionObserver(
      entries => {
        const last = entries.at(-1)
        if (!last) return
        const { height } = last.boundingClientRect
        // Whoever stands in a row keeps it, however far they scroll.
        const isNear = last.isIntersecting || part.contains(document.activeElement)
        setState(before =>
          // What is hidden meanwhile has no height, and will have its own again.
          before.isNear === isNear
            ? before
            : { isNear, height: isNear ? before.height : height || before.height },
        )
      },
      { rootMargin: NEAR },
    )
    observer.observe(part)
    return () => observer.disconnect()
  }, [body])
  return state
}

/** Tells whether the page is being printed: all of a list is drawn before the printer looks. */
export function usePrinting(): boolean {
  const [isPrinted, setIsPrinted] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setIsPrinted(true))
    const end = () => setIsPrinted(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinted
}
