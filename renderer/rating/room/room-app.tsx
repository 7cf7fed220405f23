import { useEffect, useState } from 'react'
import type { LockState, RoomHold, RoomInfo } from '../../../shared/model/lock.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { JoinPage } from '../coming-in/join-page.tsx'
import { OwnLanguage } from '../language/own-language.tsx'
import { HandOverPage, NothingToRatePage } from '../screen/calm-page.tsx'
import { RatingPage } from '../screen/rating-page.tsx'
import { useRatingSessions } from '../session/rating-context.tsx'
import { CoverPage } from './cover-page.tsx'
import { IdleWatch } from './idle-watch.tsx'
import { RoomAddress } from './room-address.tsx'
import styles from './room-app.module.css'
import { HoldingProvider, RoomProvider, useHolding } from './room-context.tsx'
import { RoomFrame } from './room-frame.tsx'

interface RoomAppProps {
  readonly lock: LockState
  readonly hold: RoomHold
}

/** Everything that the page has while the laptop is in the room's hands, whatever its address says. */
export function RoomApp(props: RoomAppProps) {
  const sessions = useRatingSessions()
  // A facilitator who takes the laptop back finds nobody's words.
  useEffect(() => () => sessions.words.setState(null, true), [sessions])
  return (
    <HoldingProvider {...props}>
      <RoomAddress>
        <OwnLanguage>
          <PracticeBand isPractice={props.hold.isPractice} />
          <RoomScreens hold={props.hold} />
        </OwnLanguage>
      </RoomAddress>
    </HoldingProvider>
  )
}

function PracticeBand({ isPractice }: Pick<RoomHold, 'isPractice'>) {
  const { controls } = useWords()
  return isPractice && <p className={styles.practice}>{controls.practice}</p>
}

/**
 * The screens, each person's made anew: of what one of them was told, React keeps the last but one until something
 * else changes, and with a person's screens all of it goes.
 */
function RoomScreens({ hold }: Pick<RoomAppProps, 'hold'>) {
  const after = useAfter(hold.participant !== null)
  const about = [hold.workbook, hold.workshop, hold.participant, hold.round].join(' ')
  return <OnesScreens key={about} about={about} {...after} />
}

/** Reads what the screens of one person need. */
function OnesScreens({ about, ...after }: After & { readonly about: string }) {
  const client = useClient()
  const { things } = useWords()
  const { answer, retry } = useQuery(about, () => client.room.get())
  if (answer.state !== 'ready') {
    return (
      <RoomFrame>
        <Loaded from={answer} what={things.workshop} onRetry={retry}>
          {() => null}
        </Loaded>
      </RoomFrame>
    )
  }
  return (
    <RoomProvider room={answer.value}>
      <Screen {...answer.value} {...after} />
    </RoomProvider>
  )
}

interface After {
  /** True once somebody has finished, until the next person says that they are there. */
  readonly isAfter: boolean
  readonly onNext: () => void
}

function useAfter(isBusy: boolean): After {
  const [isAfter, setIsAfter] = useState(false)
  useEffect(() => {
    if (isBusy) setIsAfter(true)
  }, [isBusy])
  return { isAfter, onNext: () => setIsAfter(false) }
}

/** The screen of the moment: somebody rates, somebody has just finished, or the next one comes. */
function Screen({ turn, isClosed, isAfter, onNext }: After & Pick<RoomInfo, 'turn' | 'isClosed'>) {
  const { hold } = useHolding()
  if (hold.isCovered) return <CoverPage onNext={onNext} />
  if (turn !== null) {
    return (
      <IdleWatch key={`${turn.participant.id} ${hold.round}`} onNext={onNext}>
        <RatingPage turn={turn} onGiveUp={onNext} />
      </IdleWatch>
    )
  }
  if (isClosed) {
    return (
      <RoomFrame>
        <NothingToRatePage because="closed" />
      </RoomFrame>
    )
  }
  return <RoomFrame>{isAfter ? <HandOverPage onNext={onNext} /> : <JoinPage />}</RoomFrame>
}
