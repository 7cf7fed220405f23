import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { routes } from '../../app/routes.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import type { NothingToRate } from '../session/open-session.ts'
import styles from './calm-page.module.css'

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

/**
 * Focuses a heading when it appears, so that a screen reader reads it and Tab goes on from there. The
 * window is named after it.
 */
export function useHeadingFocus(windowTitle: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${windowTitle} – Framework Workbook`
  }, [windowTitle])
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}

/** The choice between two people: the next one starts, or the facilitator takes over. */
function BetweenPeople({ workshop }: { readonly workshop: string }) {
  const workbook = useWorkbookId()
  return (
    <div className={styles.actions}>
      <LinkButton
        href={routes.join(workbook, workshop)}
        variant="primary"
        size="large"
        trailingIcon={<ArrowRightIcon />}
      >
        I’m the next person
      </LinkButton>
      <LinkButton href={routes.workshop(workbook, workshop)} variant="quiet">
        Back to the workshop (facilitator)
      </LinkButton>
    </div>
  )
}

/** A page in the place of a person's answers, for anybody who was not let in to them. */
export function ClosedPage({ workshop }: { readonly workshop: string }) {
  return (
    <CalmPage title="These answers are closed">
      <p className={styles.lead}>
        Someone has handed over the laptop here, and what they wrote is not shown again. If they are
        yours and you are not done, ask the facilitator to open them.
      </p>
      <BetweenPeople workshop={workshop} />
    </CalmPage>
  )
}

interface NothingToRateProps {
  readonly workshop: string
  readonly because: NothingToRate['nothing']
}

/** A page for a person who is asked for nothing now, which says why. */
export function NothingToRatePage({ workshop, because }: NothingToRateProps) {
  const isFinished = because === 'finished'
  return (
    <CalmPage title={isFinished ? 'You have rated everything' : 'Nothing can be rated right now'}>
      <p className={styles.lead}>
        {isFinished
          ? 'Thank you. There is nothing more for you to do now.'
          : 'The facilitator has closed this round. Please give the laptop back to them.'}
      </p>
      <BetweenPeople workshop={workshop} />
    </CalmPage>
  )
}

/** A page that is shown while the laptop goes from hand to hand. */
export function HandOverPage({ workshop }: { readonly workshop: string }) {
  return (
    <CalmPage title="Thank you">
      <p className={styles.lead}>Please hand the laptop to the next person.</p>
      <p className={styles.aside}>Your answers are saved, and the next person cannot see them.</p>
      <BetweenPeople workshop={workshop} />
    </CalmPage>
  )
}
