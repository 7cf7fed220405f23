import type { ReactNode } from 'react'

/** Words for people who listen to the page, where the eye has another cue. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}
