import { useEffect, useState } from 'react'
import { AppearanceMenu } from '../../app/band.tsx'
import { useCommandContext } from '../../app/use-commands.ts'
import { useClient } from '../../data/services.tsx'
import { Loaded, ProgressBar } from '../../ui/feedback/loaded.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { useBack } from '../room/room-address.tsx'
import { useRoom } from '../room/room-context.tsx'
import { RoomFrame } from '../room/room-frame.tsx'
import { UnlockControl } from '../room/unlock-control.tsx'
import { type Turn, useOpenSession } from '../session/open-session.ts'
import { ratedCount } from '../session/progress.ts'
import { RatingProvider, useRating } from '../session/rating-context.tsx'
import { NothingToRatePage } from './calm-page.tsx'
import { IndicatorCard } from './indicator-card.tsx'
import { Welcome } from './join-page.tsx'
import { Overview } from './overview.tsx'
import { RatingEnd } from './rating-end.tsx'
import { RatingFooter } from './rating-footer.tsx'
import styles from './rating-page.module.css'

interface RatingPageProps {
  /** The person who has the laptop, and what they are asked for. */
  readonly turn: Turn
  /** They went back before they said anything. */
  readonly onGiveUp: () => void
}

/** Keeps the indicators on screen those of the framework version in use. */
function useFramework() {
  const { framework } = useRoom()
  const follow = useRating(state => state.follow)
  useEffect(() => follow(framework), [framework, follow])
}

/** The steps of rating. A participant without any answer sees an explanation first. */
function Steps({ onGiveUp }: Pick<RatingPageProps, 'onGiveUp'>) {
  const isNew = useRating(state => state.drafts.size === 0)
  const [hasStarted, setHasStarted] = useState(!isNew)
  useFramework()
  if (hasStarted) return <RatingScreen />
  return (
    <RoomFrame>
      <Welcome onStart={() => setHasStarted(true)} onGiveUp={onGiveUp} />
    </RoomFrame>
  )
}

/** The page on which one participant rates, from when they were let in until they hand over. */
export function RatingPage({ turn, onGiveUp }: RatingPageProps) {
  const client = useClient()
  const { session, open } = useOpenSession(turn)
  if (session.state !== 'ready') {
    return (
      <RoomFrame>
        <Loaded from={session} what="the indicators" onRetry={() => void open()}>
          {() => null}
        </Loaded>
      </RoomFrame>
    )
  }
  if ('nothing' in session.value) {
    return (
      <RoomFrame>
        <NothingToRatePage
          because={session.value.nothing}
          onNext={() => void client.room.handOver()}
        />
      </RoomFrame>
    )
  }
  return (
    <RatingProvider session={session.value}>
      <Steps onGiveUp={onGiveUp} />
    </RatingProvider>
  )
}

/** Has Back go to the indicator before, as *Previous* does. */
function useBackToPrevious() {
  const position = useRating(state => state.position)
  const goTo = useRating(state => state.goTo)
  useBack(() => {
    if (position > 0) goTo(position - 1)
  })
}

/** The whole window while one person rates: one indicator at a time, or the summary at the end. */
function RatingScreen() {
  const indicator = useRating(state => state.indicators[state.position])
  const [isChoosing, setIsChoosing] = useState(false)
  useCommandContext('participant')
  useBackToPrevious()
  return (
    <div className={styles.screen}>
      <RatingHeader onOverview={() => setIsChoosing(true)} />
      <main className={styles.main}>
        <ChangedNotice />
        {indicator ? (
          <IndicatorCard key={indicator.id} indicator={indicator} />
        ) : (
          <RatingEnd onOverview={() => setIsChoosing(true)} />
        )}
      </main>
      {indicator && <RatingFooter />}
      <Overview isOpen={isChoosing} onClose={() => setIsChoosing(false)} />
    </div>
  )
}

/** The participant's code and progress, with buttons to the overview and to the end. */
function RatingHeader({ onOverview }: { readonly onOverview: () => void }) {
  const { name, group } = useRating(state => state.participant)
  const indicators = useRating(state => state.indicators)
  const drafts = useRating(state => state.drafts)
  const goTo = useRating(state => state.goTo)
  const rated = ratedCount(indicators, drafts)
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <p className={styles.person}>
          <strong className={styles.code}>{name}</strong>
          <span className={styles.group}>{group}</span>
        </p>
        <div className={styles.progress}>
          <ProgressBar
            label="Rated"
            value={rated}
            total={indicators.length}
            words={`${rated} of ${indicators.length}`}
          />
        </div>
        <Row gap={2} justify="end">
          <UnlockControl look="icon" />
          <div className={styles.appearance}>
            <AppearanceMenu ground="page" />
          </div>
          <Button variant="quiet" onPress={onOverview}>
            All indicators
          </Button>
          <Button onPress={() => goTo(indicators.length)}>Finish</Button>
        </Row>
      </div>
    </header>
  )
}

/** A notice that the indicators have just changed; it disappears as soon as the person goes on. */
function ChangedNotice() {
  const hasJustChanged = useRating(state => state.hasJustChanged)
  if (!hasJustChanged) return null
  return (
    <Notice tone="info" heading="The indicators have just been changed" announce>
      <p>You can go on from here. Everything that you have answered is kept.</p>
    </Notice>
  )
}
