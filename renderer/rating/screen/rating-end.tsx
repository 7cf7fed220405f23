import { useState } from 'react'
import type { Words } from '../../../shared/languages/english.ts'
import { type Problem, problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { SaveMark } from '../../ui/feedback/save-mark.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { FourWords } from '../coming-in/four-words.tsx'
import { OwnGroup } from '../coming-in/groups.tsx'
import { halfCount, nextOpen, ratedCount } from '../session/progress.ts'
import { useAround, useRating, useRatingSessions, useSession } from '../session/rating-context.tsx'
import type { RatingState } from '../session/rating-session.ts'
import { useHeadingFocus } from './calm-page.tsx'
import { MissingBox } from './comment-box.tsx'
import { OwnAnswers } from './own-answers.tsx'
import styles from './rating-end.module.css'
import { NotSavedNotice } from './rating-footer.tsx'

interface RatingEndProps {
  readonly onOverview: () => void
}

function leadWords(
  words: Words['end'],
  open: number,
  isForgotten: boolean,
  next: number | null,
): string {
  if (isForgotten) return words.nothingKept
  return open === 0 ? words.allDone(next) : words.open(open)
}

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
  const { end } = useWords()
  if (open === 0) return null
  return (
    <Checkbox isSelected={isSelected} onChange={onChange}>
      {end.leavesOut(open)}
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
      if (next.round === null) {
        sessions.choices.part()
        await client.room.handOver()
      } else sessions.ledOn.setState({ participant: participant.id, ended: round }, true)
    } catch (error) {
      setProblem(problemOf(error))
      setIsFinishing(false)
    }
  }
  return { isFinishing, problem, finish: (leavesOut: boolean) => void finish(leavesOut) }
}

/** The summary at the end: open questions, and the button to hand over. */
export function RatingEnd({ onOverview }: RatingEndProps) {
  const { end } = useWords()
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
  const { seeAll } = useAround()
  const heading = useHeadingFocus(end.windowTitle)
  return (
    <div className={styles.end}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {end.rated(rated, halves, total)}
      </h1>
      {halves > 0 && rated > 0 && <p className={styles.lead}>{end.halves(halves)}</p>}
      <p className={styles.lead}>
        {leadWords(end, total - rated, isForgotten && !leavesOut, next)}
      </p>
      <div className={styles.missing}>
        <MissingBox />
      </div>
      <LeavesOut open={total - rated} isSelected={leavesOut} onChange={setLeavesOut} />
      <ProblemNotice problem={problem?.message ?? null} />
      <Row gap={3} wrap>
        {open !== null && (
          <Button size="large" onPress={() => goTo(open)}>
            {end.lookAt(total - rated)}
          </Button>
        )}
        <Button
          variant="primary"
          size="large"
          trailingIcon={<ArrowRightIcon />}
          onPress={() => finish(leavesOut && rated < total)}
        >
          {isFinishing ? end.finishing : end.finish(next)}
        </Button>
      </Row>
      <div className={styles.back}>
        <Button variant="quiet" onPress={onOverview}>
          {seeAll}
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
