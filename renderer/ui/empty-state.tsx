import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface EmptyStateProps {
  readonly heading: string
  /** Why there is nothing here yet, and what to do. */
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** A drawing; decoration only. */
  readonly picture?: ReactNode
}

/** What a page shows while it has nothing to show: never just an empty table. */
export function EmptyState({ heading, children, actions, picture }: EmptyStateProps) {
  return (
    <section className={styles.empty}>
      {picture && <div className={styles.picture}>{picture}</div>}
      <h2 className={styles.heading}>{heading}</h2>
      <div className={styles.words}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
