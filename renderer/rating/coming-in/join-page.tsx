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
import { useHolding, useRoom } from '../room/room-context.tsx'
import calm from '../screen/calm-page.module.css'
import { CalmPage } from '../screen/calm-page.tsx'
import { useRating, useRatingSessions } from '../session/rating-context.tsx'
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
  const { groups, information } = useRoom()
  const { hold } = useHolding()
  const [chosen, setChosen] = useState<string | null>(null)
  const { problem, join } = useJoin()
  return (
    <CalmPage title="Hello">
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
          {information ? 'I agree to take part' : 'Continue'}
        </Button>
        {!hold.isPractice && (
          <Button size="large" onPress={onBack}>
            I was here before
          </Button>
        )}
      </div>
    </CalmPage>
  )
}

function FirstTime() {
  const count = useRating(state => state.indicators.length)
  const minutes = usualMinutes(count * CRITERIA.length)
  return (
    <li>
      You will see {count === 1 ? '1 indicator' : `${count} indicators, one at a time`}. For each we
      ask two things: how useful it is, and how easy it is to use. That takes most people about{' '}
      {minutes === 1 ? '1 minute' : `${minutes} minutes`}.
    </li>
  )
}

/**
 * A note before another round, for who has rated before. Nobody is shown their earlier answers, so that they
 * answer as they think now.
 */
function Again() {
  const count = useRating(state => state.indicators.length)
  return (
    <li>
      The room has talked{count === 1 ? ' about 1 indicator' : ''}. Please rate{' '}
      {count === 1 ? 'it' : `${count} indicators`} once more, as you think now: your answer may be
      the same as before or another.
    </li>
  )
}

/** Tells somebody who has just ended a round that another one follows at once. */
function LedOnNote() {
  const { id } = useRating(state => state.participant)
  const round = useRating(state => state.round)
  const led = useStore(useRatingSessions().ledOn)
  if (led?.participant !== id || led.ended >= round) return null
  return (
    <p className={calm.lead}>
      Thank you, round {led.ended} is done and saved. Now comes round {round}.
    </p>
  )
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
      if (isStart) onGiveUp()
    })
  return { isStart, problem, giveUp }
}

/** An explanation of the rating in plain words, before the first question. */
export function Welcome({ onStart, onGiveUp }: WelcomeProps) {
  const name = useRating(state => state.participant.name)
  const isReturn = useRating(state => state.isReturn)
  const { isStart, problem, giveUp } = useGiveUp(onGiveUp)
  return (
    <CalmPage title={`Your code is ${name}`} windowTitle="Before you start">
      <LedOnNote />
      <ul className={calm.points}>
        {isReturn ? <Again /> : <FirstTime />}
        <li>Your answers are saved on this laptop under the code {name}, not your name.</li>
        <li>There are no wrong answers. You can skip anything.</li>
        <li>You can change any answer until you hand over.</li>
      </ul>
      <OwnGroup />
      <FourWords />
      <ProblemNotice problem={problem} />
      <div className={calm.actions}>
        <Button variant="primary" size="large" trailingIcon={<ArrowRightIcon />} onPress={onStart}>
          Start
        </Button>
        <Button size="large" onPress={giveUp}>
          {isStart ? 'Go back' : 'Not now'}
        </Button>
      </div>
    </CalmPage>
  )
}
