import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { usualMinutes } from '../../../shared/model/protocol.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { type Problem, problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { LanguageChoice } from '../language/language-choice.tsx'
import { useHolding, useRoom } from '../room/room-context.tsx'
import calm from '../screen/calm-page.module.css'
import { CalmPage } from '../screen/calm-page.tsx'
import { useAround, useRating, useRatingSessions } from '../session/rating-context.tsx'
import { AboutStudy } from './about-study.tsx'
import { ComeBackPage } from './come-back-page.tsx'
import { FourWords } from './four-words.tsx'
import { Groups, OwnGroup } from './groups.tsx'

/** Lets in a person of the chosen group; the lock then tells every tab who has the laptop. */
function useJoin() {
  const client = useClient()
  const sessions = useRatingSessions()
  const [isJoining, setIsJoining] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const join = async (group: string, agreedTo?: string) => {
    // A second press while the first is on its way would add a second person.
    if (isJoining) return
    setIsJoining(true)
    setProblem(null)
    try {
      const { id, words } = await client.room.join({ group, agreedTo })
      sessions.words.setState({ participant: id, words }, true)
    } catch (error) {
      setProblem(problemOf(error))
      setIsJoining(false)
    }
  }
  return { problem, join: (group: string, agreedTo?: string) => void join(group, agreedTo) }
}

/** A page on which the next person says whether they are new here, and who they are. */
export function JoinPage() {
  const [isBack, setIsBack] = useState(false)
  const { choices } = useRatingSessions()
  // Whoever comes next begins as everybody does, however the one before went away.
  useEffect(() => choices.clear(), [choices])
  if (isBack) return <ComeBackPage onNew={() => setIsBack(false)} />
  return <NewHere onBack={() => setIsBack(true)} />
}

/**
 * The way in for somebody new, who chooses a group: one large button each, and a second press to go on, as fingers
 * slip.
 */
function NewHere({ onBack }: { readonly onBack: () => void }) {
  const { join: words } = useWords()
  const { groups, information } = useRoom()
  const { hold } = useHolding()
  const [chosen, setChosen] = useState<string | null>(null)
  const { problem, join } = useJoin()
  return (
    <CalmPage title={words.hello} beside={<LanguageChoice />}>
      {information && <AboutStudy information={information} />}
      <Groups groups={groups} chosen={chosen} onChoose={setChosen} />
      <ProblemNotice problem={problem?.message ?? null} />
      <div className={calm.actions}>
        <Button
          variant="primary"
          size="large"
          trailingIcon={<ArrowRightIcon />}
          isDisabled={chosen === null}
          onPress={() => {
            if (chosen !== null) join(chosen, information?.id)
          }}
        >
          {information ? words.agree : words.goOn}
        </Button>
        {!hold.isPractice && (
          <Button size="large" onPress={onBack}>
            {words.wasHere}
          </Button>
        )}
      </div>
    </CalmPage>
  )
}

function FirstTime() {
  const { firstTime } = useAround()
  const count = useRating(state => state.indicators.length)
  const minutes = usualMinutes(count * CRITERIA.length)
  return <li>{firstTime(count, minutes)}</li>
}

/**
 * A note before another round, for who has rated before. Nobody is shown their earlier answers, so that they
 * answer as they think now.
 */
function Again() {
  const { again } = useAround()
  const count = useRating(state => state.indicators.length)
  return <li>{again(count)}</li>
}

/** Tells somebody who has just ended a round that another one follows at once. */
function LedOnNote() {
  const { welcome } = useWords()
  const { id } = useRating(state => state.participant)
  const round = useRating(state => state.round)
  const led = useStore(useRatingSessions().ledOn)
  if (led?.participant !== id || led.ended >= round) return null
  return <p className={calm.lead}>{welcome.ledOn(led.ended, round)}</p>
}

interface WelcomeProps {
  readonly onStart: () => void
  /** The person does not begin after all; nobody new is recorded then. */
  readonly onGiveUp: () => void
}

/** Ends the turn before anything was said in it. */
function useGiveUp(onGiveUp: () => void) {
  const isStart = useRating(state => state.isStart)
  const client = useClient()
  const sessions = useRatingSessions()
  const { problem, run } = useAction()
  const giveUp = () =>
    run(async () => {
      await client.room.handOver()
      sessions.words.setState(null, true)
      sessions.ledOn.setState(null, true)
      sessions.choices.part()
      if (isStart) onGiveUp()
    })
  return { isStart, problem, giveUp }
}

/** An explanation of the rating in plain words, before the first question. */
export function Welcome({ onStart, onGiveUp }: WelcomeProps) {
  const { welcome } = useWords()
  const name = useRating(state => state.participant.name)
  const isReturn = useRating(state => state.isReturn)
  const { isStart, problem, giveUp } = useGiveUp(onGiveUp)
  return (
    <CalmPage title={welcome.code(name)} windowTitle={welcome.windowTitle}>
      <LedOnNote />
      <ul className={calm.points}>
        {isReturn ? <Again /> : <FirstTime />}
        <li>{welcome.savedUnder(name)}</li>
        <li>{welcome.noWrongAnswers}</li>
        <li>{welcome.canChange}</li>
      </ul>
      <OwnGroup />
      <FourWords />
      <ProblemNotice problem={problem} />
      <div className={calm.actions}>
        <Button variant="primary" size="large" trailingIcon={<ArrowRightIcon />} onPress={onStart}>
          {welcome.start}
        </Button>
        <Button size="large" onPress={giveUp}>
          {isStart ? welcome.goBack : welcome.notNow}
        </Button>
      </div>
    </CalmPage>
  )
}
