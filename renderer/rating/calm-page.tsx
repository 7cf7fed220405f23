import type { ReactNode } from 'react'
import styles from './calm-page.module.css'
import { useHeadingFocus } from './use-heading-focus.ts'

interface CalmPageProps {
  readonly title: string
  readonly children: ReactNode
}

/** A quiet page between two people: a few large words, and nothing of anyone's answers. */
export function CalmPage({ title, children }: CalmPageProps) {
  const heading = useHeadingFocus(title)
  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {children}
    </div>
  )
}
