import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useCommandContext } from '../../app/use-commands.ts'
import { useClient } from '../../data/services.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { GlossaryProvider } from '../../ui/glossary/glossary-context.tsx'
import { Button } from '../../ui/input/button.tsx'
import { usePageLanguage, useWords } from '../../ui/language/language-context.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { PicturesProvider } from '../../ui/pictures/pictures-context.tsx'
import { Welcome } from '../coming-in/join-page.tsx'
import { SectionList, useSections } from '../list/section-list.tsx'
import { useBack } from '../room/room-address.tsx'
import { usePause, useRoom } from '../room/room-context.tsx'
import { RoomFrame } from '../room/room-frame.tsx'
import { type Turn, useOpenSession } from '../session/open-session.ts'
import {
  RatingProvider,
  useAround,
  useChoices,
  useFlow,
  useRating,
} from '../session/rating-context.tsx'
import { ReaderProvider, useReadAloud } from '../voice/reader-context.tsx'
import { NothingToRatePage } from './calm-page.tsx'
import { MissingBox, SuggestionBox } from './comment-box.tsx'
import { IndicatorCard, IndicatorFacts } from './indicator-card.tsx'
import { KeySheet } from './key-sheet.tsx'
import { Overview } from './overview.tsx'
import { RatingEnd } from './rating-end.tsx'
import { RatingFooter } from './rating-footer.tsx'
import { RatingHeader, type RatingSheet } from './rating-header.tsx'
import styles from './rating-page.module.css'
import { useRatingKeys } from './use-rating-keys.ts'

interface RatingPageProps {
  /** The person who has the laptop, and what they are asked for. */
  readonly turn: Turn
  /** They went back before they said anything. */
  readonly onGiveUp: () => void
}

/** Keeps the indicators on screen those of the framework version in use, in the language of the page where it has words in that. */
function useFramework() {
  const { framework, translations } = useRoom()
  const { code } = usePageLanguage()
  const follow = useRating(state => state.follow)
  const speak = useRating(state => state.speak)
  useLayoutEffect(
    () => speak(translations.filter(({ language }) => language === code)),
    [translations, code, speak],
  )
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
  const { things } = useWords()
  const client = useClient()
  const { session, open } = useOpenSession(turn)
  if (session.state !== 'ready') {
    return (
      <RoomFrame>
        <Loaded from={session} what={things.questions} onRetry={() => void open()}>
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

/** The whole window while one person rates. */
function RatingScreen() {
  const client = useClient()
  const { glossary, pictures } = useRoom()
  return (
    <ReaderProvider>
      <GlossaryProvider terms={glossary}>
        <PicturesProvider pictures={pictures} read={content => client.room.picture({ content })}>
          <Screen />
        </PicturesProvider>
      </GlossaryProvider>
    </ReaderProvider>
  )
}

/** One indicator at a time, or the summary at the end. */
function Screen() {
  const indicator = useRating(state => state.indicators[state.position])
  const [sheet, setSheet] = useState<RatingSheet | null>(null)
  const showOverview = useCallback(() => setSheet('overview'), [])
  useCommandContext('participant')
  useBackToPrevious()
  const { toggle } = useReadAloud()
  const isList = useChoices().seesSection
  useRatingKeys({ isList, onHelp: useCallback(() => setSheet('keys'), []), onRead: toggle })
  return (
    <div className={classNames(styles.screen, indicator && !isList && styles.asking)}>
      <RatingHeader onSheet={setSheet} />
      <main className={styles.main}>
        <ChangedNotice />
        <Shown onOverview={showOverview} isList={isList} />
      </main>
      {indicator && (isList ? <ListFooter /> : <OneFooter />)}
      <RatingSheets sheet={sheet} onClose={() => setSheet(null)} onSheet={setSheet} />
    </div>
  )
}

interface ShownProps {
  readonly isList: boolean
  readonly onOverview: () => void
}

/** The indicator or the section in view, or the summary at the end. */
function Shown({ isList, onOverview }: ShownProps) {
  const indicator = useRating(state => state.indicators[state.position])
  if (!indicator) return <RatingEnd onOverview={onOverview} />
  return isList ? <SectionList /> : <IndicatorCard key={indicator.id} indicator={indicator} />
}

function OneFooter() {
  const position = useRating(state => state.position)
  const move = useFlow(state => state.move)
  return <RatingFooter isFirst={position === 0} onMove={move} />
}

function ListFooter() {
  const { place, move } = useSections()
  return <RatingFooter isFirst={place === 0} onMove={move} />
}

interface RatingSheetsProps {
  readonly sheet: RatingSheet | null
  readonly onClose: () => void
  readonly onSheet: (sheet: RatingSheet) => void
}

/** The sheets over the rating screen, one open at a time. */
function RatingSheets({ sheet, onClose, onSheet }: RatingSheetsProps) {
  const { around, comments } = useWords()
  const indicator = useRating(state => state.indicators[state.position])
  const stay = useFlow(state => state.stay)
  useEffect(() => {
    if (sheet !== null) stay()
  }, [sheet, stay])
  return (
    <>
      <Overview
        isOpen={sheet === 'overview'}
        onClose={onClose}
        onMissing={() => onSheet('missing')}
      />
      <Dialog title={comments.missing} isOpen={sheet === 'missing'} onClose={onClose}>
        <MissingBox takesFocus />
      </Dialog>
      <PauseSheet isOpen={sheet === 'pause'} onClose={onClose} />
      <KeySheet isOpen={sheet === 'keys'} onClose={onClose} />
      {indicator && (
        <>
          <Dialog title={around.plain.more} isOpen={sheet === 'facts'} onClose={onClose}>
            <IndicatorFacts indicator={indicator} />
          </Dialog>
          <Dialog title={comments.better} isOpen={sheet === 'words'} onClose={onClose}>
            <SuggestionBox indicator={indicator.id} label={comments.howSay} takesFocus />
          </Dialog>
        </>
      )}
    </>
  )
}

/** Says what a pause is before the screen is covered, as going on takes a word that the person must have. */
function PauseSheet({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const { pause: words } = useWords()
  const pause = usePause()
  return (
    <Dialog
      title={words.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.goOnRating}</Button>
          <Button variant="primary" onPress={pause}>
            {words.cover}
          </Button>
        </>
      }
    >
      <p>{words.what}</p>
    </Dialog>
  )
}

/** A notice that the indicators have just changed; it disappears as soon as the person goes on. */
function ChangedNotice() {
  const { rating } = useWords()
  const { changed } = useAround()
  const hasJustChanged = useRating(state => state.hasJustChanged)
  if (!hasJustChanged) return null
  return (
    <Notice tone="info" heading={changed} announce>
      <p>{rating.changedHow}</p>
    </Notice>
  )
}
