import { useState } from 'react'
import { useLocation } from 'wouter'
import { routes } from '../routes.ts'
import { useWorkbookId } from '../stores/workbook-context.tsx'
import { Button } from '../ui/button.tsx'
import { ArrowRightIcon } from '../ui/icons.tsx'
import { SaveMark } from '../ui/save-mark.tsx'
import { NotSavedNotice } from './not-saved-notice.tsx'
import { nextOpen, ratedCount } from './progress.ts'
import { useDesk, useRating, useSession } from './rating-context.tsx'
import styles from './rating-end.module.css'
import { RecallPhrase } from './recall-phrase.tsx'
import { SuggestionBox } from './suggestion-box.tsx'
import { useHeadingFocus } from './use-heading-focus.ts'

interface RatingEndProps {
  readonly workshop: string
  readonly onOverview: () => void
}

const headingFor = (rated: number, total: number) =>
  rated === total ? `You rated all ${total}` : `You rated ${rated} of ${total}`

const wordsFor = (open: number) => {
  if (open === 0) return 'You can still look back and change any answer before you hand over.'
  const still =
    open === 1 ? 'One is still open. Look at it,' : `${open} are still open. Look at them,`
  return `${still} or finish: you may leave out any that you like.`
}

/** Hands over once everything is safe; the entry in the history is replaced, so Back finds nothing. */
function useFinish(workshop: string) {
  const desk = useDesk()
  const session = useSession()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const [isFinishing, setIsFinishing] = useState(false)
  const finish = async () => {
    if (isFinishing) return
    setIsFinishing(true)
    const isDone = await desk.handOver(session)
    if (isDone) navigate(routes.handOver(workbook, workshop), { replace: true })
    else setIsFinishing(false)
  }
  return { isFinishing, finish: () => void finish() }
}

/** The summary at the end: what is still open, and the way to hand over. */
export function RatingEnd({ workshop, onOverview }: RatingEndProps) {
  const indicators = useRating(state => state.indicators)
  const drafts = useRating(state => state.drafts)
  const goTo = useRating(state => state.goTo)
  const retry = useRating(state => state.retry)
  const save = useRating(state => state.report.save)
  const { isFinishing, finish } = useFinish(workshop)
  const total = indicators.length
  const rated = ratedCount(indicators, drafts)
  const open = nextOpen(indicators, drafts)
  const title = headingFor(rated, total)
  const heading = useHeadingFocus('Summary')
  return (
    <div className={styles.end}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <p className={styles.lead}>{wordsFor(total - rated)}</p>
      <div className={styles.missing}>
        <SuggestionBox
          indicator={null}
          label="Is something missing?"
          description="If there is something else that we should know about children and families, write it here. You can also leave this empty."
        />
      </div>
      <div className={styles.actions}>
        {open !== null && (
          <Button size="large" onPress={() => goTo(open)}>
            Look at the {total - rated === 1 ? 'open one' : 'open ones'}
          </Button>
        )}
        <Button variant="primary" size="large" trailingIcon={<ArrowRightIcon />} onPress={finish}>
          {isFinishing ? 'Saving your last answers…' : 'Finish and hand over'}
        </Button>
      </div>
      <div className={styles.back}>
        <Button variant="quiet" onPress={onOverview}>
          See all indicators
        </Button>
        <SaveMark state={save} onRetry={retry} />
      </div>
      <RecallPhrase />
      <NotSavedNotice />
    </div>
  )
}
