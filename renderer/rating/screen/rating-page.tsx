import { useEffect, useState } from 'react'
import { AppearanceMenu } from '../../app/band.tsx'
import { BareFrame } from '../../app/frame.tsx'
import { useCommandContext } from '../../app/use-commands.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded, ProgressBar } from '../../ui/feedback/loaded.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'

import { Row } from '../../ui/layout/stack.tsx'
import { useOpenSession } from '../session/open-session.ts'
import { ratedCount } from '../session/progress.ts'

import { RatingProvider, useRating, useRatingSessions } from '../session/rating-context.tsx'
import { ClosedPage, NothingToRatePage } from './calm-page.tsx'
import { IndicatorCard } from './indicator-card.tsx'
import { Welcome } from './join-page.tsx'
import { Overview } from './overview.tsx'
import { RatingEnd } from './rating-end.tsx'
import { RatingFooter } from './rating-footer.tsx'
import styles from './rating-page.module.css'

interface RatingPageProps {
  readonly workshop: string
  readonly participant: string
  /** The round to rate; null for the one that the participant is asked for. */
  readonly round: number | null
}

/** Keeps the indicators on screen those of the framework version in use. */
function useFramework() {
  const framework = useWorkbook(state => state.framework)
  const follow = useRating(state => state.follow)
  useEffect(() => {
    if (framework.state === 'ready') follow(framework.value)
  }, [framework, follow])
}

/** The steps of rating. A participant without any answer sees an explanation first. */
function Steps({ workshop }: Pick<RatingPageProps, 'workshop'>) {
  const isNew = useRating(state => state.drafts.size === 0)
  const [hasStarted, setHasStarted] = useState(!isNew)
  useFramework()
  if (hasStarted) return <RatingScreen workshop={workshop} />
  return (
    <BareFrame>
      <Welcome onStart={() => setHasStarted(true)} />
    </BareFrame>
  )
}

function OpenRating({ workshop, participant, round }: RatingPageProps) {
  const workbook = useWorkbookId()
  const { session, open } = useOpenSession({ workbook, workshop, participant, round })
  if (session.state === 'ready') {
    const opened = session.value
    if ('nothing' in opened) {
      return (
        <BareFrame>
          <NothingToRatePage workshop={workshop} because={opened.nothing} />
        </BareFrame>
      )
    }
    return (
      <RatingProvider session={opened}>
        <Steps workshop={workshop} />
      </RatingProvider>
    )
  }
  return (
    <BareFrame>
      <Loaded from={session} what="the indicators" onRetry={() => void open()}>
        {() => null}
      </Loaded>
    </BareFrame>
  )
}

/**
 * The page on which one participant rates. It is closed to anybody who comes to its address without
 * having been let in, as by the browser's Back after a hand-over.
 */
export function RatingPage(props: RatingPageProps) {
  const sessions = useRatingSessions()
  if (sessions.isAdmitted(props.participant))
    return <OpenRating key={props.participant} {...props} />
  return (
    <BareFrame>
      <ClosedPage workshop={props.workshop} />
    </BareFrame>
  )
}

/** The whole window while one person rates: one indicator at a time, or the summary at the end. */
function RatingScreen({ workshop }: { readonly workshop: string }) {
  const indicator = useRating(state => state.indicators[state.position])
  const [isChoosing, setIsChoosing] = useState(false)
  useCommandContext('participant')
  return (
    <div className={styles.screen}>
      <RatingHeader onOverview={() => setIsChoosing(true)} />
      <main className={styles.main}>
        <ChangedNotice />
        {indicator ? (
          <IndicatorCard key={indicator.id} indicator={indicator} />
        ) : (
          <RatingEnd workshop={workshop} onOverview={() => setIsChoosing(true)} />
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
