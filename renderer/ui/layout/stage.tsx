import type { ReactNode } from 'react'
import styles from './stage.module.css'

/** A page that is looked at from afar: its letters grow with the screen, whose height it fills. */
export function Stage({ children }: { readonly children: ReactNode }) {
  return <div className={styles.stage}>{children}</div>
}
