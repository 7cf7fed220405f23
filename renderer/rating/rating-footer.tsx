import { useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../ui/icons.tsx'
import { SaveMark } from '../ui/save-mark.tsx'
import { NotSavedNotice } from './not-saved-notice.tsx'
import { nextOpen } from './progress.ts'
import { useRating } from './rating-context.tsx'
import styles from './rating-footer.module.css'

function SkipToOpen() {
  const position = useRating(state => state.position)
  const goTo = useRating(state => state.goTo)
  const open = useRating(state => nextOpen(state.indicators, state.drafts, state.position + 1))
  if (open === null || open === position || open === position + 1) return null
  return (
    <Button variant="quiet" onPress={() => goTo(open)}>
      Skip to the next one not rated
    </Button>
  )
}

/** Previous and next, always in the same place, and whether what was put down is safe. */
export function RatingFooter() {
  const position = useRating(state => state.position)
  const count = useRating(state => state.indicators.length)
  const save = useRating(state => state.report.save)
  const goTo = useRating(state => state.goTo)
  const retry = useRating(state => state.retry)
  const state = useRef<HTMLDivElement>(null)
  const retryHere = () => {
    retry()
    // The button goes away under the focus, which stays where it was instead of being lost.
    state.current?.focus()
  }
  return (
    <footer className={styles.footer}>
      <NotSavedNotice />
      <div className={styles.inner}>
        <Button
          size="large"
          icon={<ArrowLeftIcon />}
          isDisabled={position === 0}
          onPress={() => goTo(position - 1)}
        >
          Previous
        </Button>
        <div ref={state} tabIndex={-1} className={styles.state}>
          <span className={styles.place}>
            Indicator {position + 1} of {count}
          </span>
          <SaveMark state={save} onRetry={retryHere} />
        </div>
        <div className={styles.onward}>
          <SkipToOpen />
          <Button
            variant="primary"
            size="large"
            trailingIcon={<ArrowRightIcon />}
            onPress={() => goTo(position + 1)}
          >
            Next
          </Button>
        </div>
      </div>
    </footer>
  )
}
