import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import styles from './page-heading.module.css'

/** Whether the person has moved between pages; only then does a new page take the focus. */
export const HasMovedContext = createContext<() => boolean>(() => false)

interface PageHeadingProps {
  readonly title: string
  /** A line over the title, such as the section that a thing is in. */
  readonly kicker?: ReactNode
  /** One or two sentences on what the page is for. */
  readonly children?: ReactNode
  /** What can be done here, the main thing last. */
  readonly actions?: ReactNode
}

/**
 * The one heading of a page. It names the window, and takes the focus when a person comes from
 * another page, so that a screen reader says where they are.
 */
export function PageHeading({ title, kicker, children, actions }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const hasMoved = useContext(HasMovedContext)
  useEffect(() => {
    document.title = `${title} – Framework Workbook`
  }, [title])
  useEffect(() => {
    if (hasMoved()) heading.current?.focus()
  }, [hasMoved])
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        {kicker && <p className={styles.kicker}>{kicker}</p>}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {children && <div className={styles.lead}>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
