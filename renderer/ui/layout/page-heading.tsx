import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { classNames } from '../class-names.ts'
import styles from './page-heading.module.css'
import { Row } from './stack.tsx'

/** Tells whether the person has moved between pages; only then does a new page take the focus. */
export const HasMovedContext = createContext<() => boolean>(() => false)

/**
 * A reference for what takes the focus when a person arrives: as it is first shown, and when `place`
 * changes after that. It needs a `tabIndex` of -1.
 */
export function useFocusOnArrival<Target extends HTMLElement>(place?: string) {
  const target = useRef<Target>(null)
  const hasMoved = useContext(HasMovedContext)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is a new arrival
  useEffect(() => {
    if (hasMoved()) target.current?.focus()
  }, [hasMoved, place])
  return target
}

interface PageHeadingProps {
  readonly title: string
  /** The title as it is shown, where that is more than its text. */
  readonly shown?: ReactNode
  /** A line over the title, such as the section that a thing is in. */
  readonly kicker?: ReactNode
  /** One or two sentences on what the page is for. */
  readonly children?: ReactNode
  /** The actions of the page, the main one last. */
  readonly actions?: ReactNode
  /** Stands in a row with other things, so it is no wider than its words. */
  readonly isCompact?: boolean
}

/**
 * The one heading of a page. It names the window, and takes the focus when a person comes from
 * another page, so that a screen reader says where they are.
 */
export function PageHeading(props: PageHeadingProps) {
  const { title, shown = title, kicker, children, actions, isCompact = false } = props
  const heading = useFocusOnArrival<HTMLHeadingElement>()
  useEffect(() => {
    document.title = `${title} – Framework Workbook`
  }, [title])
  return (
    <Row gap={[4, 6]} align="end" justify="between" wrap>
      <div className={classNames(styles.words, isCompact && styles.compact)}>
        {kicker && (
          <p className={styles.kicker}>
            <bdi>{kicker}</bdi>
          </p>
        )}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          <bdi>{shown}</bdi>
        </h1>
        {children && <div className={styles.lead}>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </Row>
  )
}

/** A page without a frame, in the place of every other. */
export function LonePage({ children }: { readonly children: ReactNode }) {
  return <main className={styles.lone}>{children}</main>
}
