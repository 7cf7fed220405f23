import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { HasMovedContext } from '../ui/page-heading.tsx'

/** Tells page headings whether the person has moved between pages since the program was opened. */
export function HasMovedProvider({ children }: { readonly children: ReactNode }) {
  const moved = useRef(false)
  useEffect(() => {
    const note = () => {
      moved.current = true
    }
    window.addEventListener('hashchange', note)
    return () => window.removeEventListener('hashchange', note)
  }, [])
  const hasMoved = useCallback(() => moved.current, [])
  return <HasMovedContext value={hasMoved}>{children}</HasMovedContext>
}
