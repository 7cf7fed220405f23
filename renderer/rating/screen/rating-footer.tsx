import { useRef } from 'react'
import { useLine } from '../../data/services.tsx'
import { SaveMark } from '../../ui/feedback/save-mark.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useSingleClick } from '../../ui/input/press-once.ts'
import { useWords } from '../../ui/language/language-context.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { notSavedCause } from '../session/not-saved-cause.ts'
import { nextOpen } from '../session/progress.ts'
import { useRating } from '../session/rating-context.tsx'
import styles from './rating-footer.module.css'

function SkipToOpen() {
  const { rating } = useWords()
  const position = useRating(state => state.position)
  const goTo = useRating(state => state.goTo)
  const open = useRating(state => nextOpen(state.indicators, state.drafts, state.position + 1))
  if (open === null || open === position || open === position + 1) return null
  return (
    <div className={styles.skip}>
      <Button variant="quiet" onPress={() => goTo(open)}>
        {rating.skip}
      </Button>
    </div>
  )
}

interface RatingFooterProps {
  /** True where there is nothing before. */
  readonly isFirst: boolean
  /** Goes on, or back. */
  readonly onMove: (by: 1 | -1) => void
}

/** The buttons for the previous and next indicator or section, always in the same place, and the save mark. */
export function RatingFooter({ isFirst, onMove }: RatingFooterProps) {
  const { rating } = useWords()
  const save = useRating(state => state.report.save)
  const once = useSingleClick()
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
          isDisabled={isFirst}
          onClick={once(() => onMove(-1))}
        >
          {rating.previous}
        </Button>
        <div ref={state} tabIndex={-1} className={styles.state}>
          <SaveMark state={save} onRetry={retryHere} />
        </div>
        <Row gap={2} align="center" justify="end" wrap>
          <SkipToOpen />
          <Button
            variant="primary"
            size="large"
            trailingIcon={<ArrowRightIcon />}
            onClick={once(() => onMove(1))}
          >
            {rating.next}
          </Button>
        </Row>
      </div>
    </footer>
  )
}

/**
 * A notice about why something is not saved, and that it is not lost; the save mark has the button to
 * retry.
 */
export function NotSavedNotice() {
  const { rating } = useWords()
  const { save, problem } = useRating(state => state.report)
  const line = useLine()
  const words =
    save === 'not-saved' && rating.notSaved(notSavedCause(problem, line), problem?.message ?? '')
  return (
    <div role="alert" className={styles.noticePlace}>
      {words && <p className={styles.notice}>{words}</p>}
    </div>
  )
}
