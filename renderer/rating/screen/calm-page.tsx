import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import type { NothingToRate } from '../session/open-session.ts'
import styles from './calm-page.module.css'

interface CalmPageProps {
  readonly title: string
  /** The name of the window, for a title that a browser's history must not keep. */
  readonly windowTitle?: string
  /** A small control beside the title. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A quiet page between two people: a few large words, and nothing of anyone's answers. */
export function CalmPage({ title, windowTitle = title, beside, children }: CalmPageProps) {
  const heading = useHeadingFocus(windowTitle)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {beside}
      </div>
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
  useNamedWindow(windowTitle)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return heading
}

/** Names the window after what it shows from now on, and shows it from its top. */
export function useNamedWindow(windowTitle: string): void {
  useEffect(() => {
    document.title = `${windowTitle} – Framework Workbook`
  }, [windowTitle])
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])
}

interface NothingToRatePageProps {
  readonly because: NothingToRate['nothing']
  /** Left out where the next person would be asked for nothing either. */
  readonly onNext?: () => void
}

/** A page for a person who is asked for nothing now, which says why. */
export function NothingToRatePage({ because, onNext }: NothingToRatePageProps) {
  const { handOver } = useWords()
  const isFinished = because === 'finished'
  return (
    <CalmPage title={isFinished ? handOver.ratedAll : handOver.closed}>
      <p className={styles.lead}>{isFinished ? handOver.ratedAllThanks : handOver.closedWhy}</p>
      {onNext && <Next onNext={onNext} />}
    </CalmPage>
  )
}

/** A page that is shown while the laptop goes from hand to hand. */
export function HandOverPage({ onNext }: { readonly onNext: () => void }) {
  const { handOver } = useWords()
  return (
    <CalmPage title={handOver.thanks}>
      <p className={styles.lead}>{handOver.toNext}</p>
      <p className={styles.aside}>{handOver.isSaved}</p>
      <Next onNext={onNext} />
    </CalmPage>
  )
}

function Next({ onNext }: { readonly onNext: () => void }) {
  const { handOver } = useWords()
  return (
    <div className={styles.actions}>
      <Button variant="primary" size="large" trailingIcon={<ArrowRightIcon />} onPress={onNext}>
        {handOver.amNext}
      </Button>
    </div>
  )
}
