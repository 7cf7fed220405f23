import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a step of the page. It takes the focus as it appears, so that a screen reader says it. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}
