import { useState } from 'react'
import { type Problem, problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { SaveMark } from '../../ui/feedback/save-mark.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { FourWords } from '../coming-in/four-words.tsx'
import { OwnGroup } from '../coming-in/groups.tsx'
import { halfCount, nextOpen, ratedCount } from '../session/progress.ts'
import { useRating, useRatingSessions, useSession } from '../session/rating-context.tsx'
import type { RatingState } from '../session/rating-session.ts'
import { useHeadingFocus } from './calm-page.tsx'
import { MissingBox } from './comment-box.tsx'
import { OwnAnswers } from './own-answers.tsx'
import styles from './rating-end.module.css'
import { NotSavedNotice } from './rating-footer.tsx'

interface RatingEndProps {
  readonly onOverview: () => void
}

const headingFor = (rated: number, halves: number, total: number) => {
  if (rated === total) return `You rated all ${total}`
  return rated === 0 && halves > 0
    ? `You half rated ${halves} of ${total}`
    : `You rated ${rated} of ${total}`
}

const halvesWords = (halves: number) =>
  halves === 1
    ? 'Of one more you answered one of the two questions.'
    : `Of ${halves} more you answered one of the two questions.`

const wordsFor = (open: number, isForgotten: boolean, next: number | null) => {
  if (isForgotten) {
    return 'You have not answered anything yet. If you hand over now, nothing is kept, and your code and words stop working.'
  }
  if (open === 0) {
    const before = next === null ? 'hand over' : `go on to round ${next}`
    return `You can still look back and change any answer before you ${before}.`
  }
  const still =
    open === 1 ? 'One is still open. Look at it,' : `${open} are still open. Look at them,`
  return `${still} or hand over and go on later. You may leave out any that you like.`
}

const finishWords = (next: number | null): string =>
  next === null ? 'Finish and hand over' : `Finish and go on to round ${next}`

/** Tests whether somebody new has said nothing at all, so that nothing is kept of them. */
const saysNothing = ({ isStart, drafts, suggestions }: RatingState): boolean =>
  isStart && drafts.size === 0 && [...suggestions.values()].every(text => text === '')

interface LeavesOutProps {
  /** The number of indicators that are not rated. */
  readonly open: number
  readonly isSelected: boolean
  readonly onChange: (leavesOut: boolean) => void
}

/** Has a person say that they are done although something is open, or they would be asked for it once more. */
function LeavesOut({ open, isSelected, onChange }: LeavesOutProps) {
  if (open === 0) return null
  return (
    <Checkbox isSelected={isSelected} onChange={onChange}>
      I am done. Please do not ask me again about{' '}
      {open === 1 ? 'the one that is open' : `the ${open} that are open`}.
    </Checkbox>
  )
}

/**
 * Ends the turn once everything is saved, and hands over or goes on with the next round; the lock then tells every
 * tab.
 */
function useFinish() {
  const client = useClient()
  const sessions = useRatingSessions()
  const session = useSession()
  const [isFinishing, setIsFinishing] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const finish = async (leavesOut: boolean) => {
    if (isFinishing) return
    setIsFinishing(true)
    setProblem(null)
    try {
      const { round, participant } = session.getState()
      if (!(await sessions.handOver(session, leavesOut))) return setIsFinishing(false)
      const next = await client.room.nextRound({ ended: round })
      if (next.round === null) await client.room.handOver()
      else sessions.ledOn.setState({ participant: participant.id, ended: round }, true)
    } catch (error) {
      setProblem(problemOf(error))
      setIsFinishing(false)
    }
  }
  return { isFinishing, problem, finish: (leavesOut: boolean) => void finish(leavesOut) }
}

/** The summary at the end: open questions, and the button to hand over. */
export function RatingEnd({ onOverview }: RatingEndProps) {
  const indicators = useRating(state => state.indicators)
  const drafts = useRating(state => state.drafts)
  const goTo = useRating(state => state.goTo)
  const retry = useRating(state => state.retry)
  const save = useRating(state => state.report.save)
  const isForgotten = useRating(saysNothing)
  const { isFinishing, problem, finish } = useFinish()
  const [leavesOut, setLeavesOut] = useState(false)
  const total = indicators.length
  const rated = ratedCount(indicators, drafts)
  const halves = halfCount(indicators, drafts)
  const open = nextOpen(indicators, drafts)
  const following = useRating(state => state.next)
  // Whoever leaves something open without a word is asked for it again first.
  const next = rated === total || leavesOut ? following : null
  const title = headingFor(rated, halves, total)
  const heading = useHeadingFocus('Summary')
  return (
    <div className={styles.end}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {halves > 0 && rated > 0 && <p className={styles.lead}>{halvesWords(halves)}</p>}
      <p className={styles.lead}>{wordsFor(total - rated, isForgotten && !leavesOut, next)}</p>
      <div className={styles.missing}>
        <MissingBox />
      </div>
      <LeavesOut open={total - rated} isSelected={leavesOut} onChange={setLeavesOut} />
      <ProblemNotice problem={problem?.message ?? null} />
      <Row gap={3} wrap>
        {open !== null && (
          <Button size="large" onPress={() => goTo(open)}>
            Look at the {total - rated === 1 ? 'open one' : 'open ones'}
          </Button>
        )}
        <Button
          variant="primary"
          size="large"
          trailingIcon={<ArrowRightIcon />}
          onPress={() => finish(leavesOut && rated < total)}
        >
          {isFinishing ? 'Saving your last answers…' : finishWords(next)}
        </Button>
      </Row>
      <div className={styles.back}>
        <Button variant="quiet" onPress={onOverview}>
          See all indicators
        </Button>
        <SaveMark state={save} onRetry={retry} />
      </div>
      {drafts.size > 0 && <OwnAnswers />}
      <OwnGroup />
      <FourWords />
      <NotSavedNotice />
    </div>
  )
}
