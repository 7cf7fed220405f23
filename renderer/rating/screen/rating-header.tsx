import { shownWording, WORDING_CHOICES, WORDS_AROUND } from '../../../shared/messages/wordings.ts'
import { WORDINGS, type Wording } from '../../../shared/model/rating.ts'
import { ProgressBar } from '../../ui/feedback/loaded.tsx'
import { KeyboardIcon, MoreIcon, PauseIcon } from '../../ui/icons.tsx'
import { Button, IconButton } from '../../ui/input/button.tsx'
import type { Option } from '../../ui/input/choice.tsx'
import { ActionMenu } from '../../ui/input/menu.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { UnlockControl } from '../room/unlock-control.tsx'
import { minutesLeft } from '../session/pace.ts'
import { halfCount, ratedCount } from '../session/progress.ts'
import { useFlow, useRating } from '../session/rating-context.tsx'
import { readWords } from '../voice/read-aloud.tsx'
import { useReadAloud } from '../voice/reader-context.tsx'
import { AppearanceMenu } from './appearance-menu.tsx'
import styles from './rating-header.module.css'

/** The sheets that can lie over the rating screen. */
export type RatingSheet = 'overview' | 'keys' | 'facts' | 'words' | 'missing' | 'pause'

interface RatingHeaderProps {
  readonly onSheet: (sheet: RatingSheet) => void
}

const minutesWords = (minutes: number): string =>
  minutes === 1 ? 'about 1 minute left' : `about ${minutes} minutes left`

/** The participant's code and progress, with buttons to the overview and to the end; one line on a small screen. */
export function RatingHeader({ onSheet }: RatingHeaderProps) {
  const { name, group } = useRating(state => state.participant)
  const indicators = useRating(state => state.indicators)
  const drafts = useRating(state => state.drafts)
  const goTo = useRating(state => state.goTo)
  const wording = useRating(state => state.wording)
  const rated = ratedCount(indicators, drafts)
  const halves = halfCount(indicators, drafts)
  const times = useFlow(state => state.times)
  const minutes = minutesLeft(times, 2 * (indicators.length - rated) - halves)
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
            value={rated + halves / 2}
            total={indicators.length}
            words={`${rated} of ${indicators.length}`}
            {...(minutes === null ? {} : { note: minutesWords(minutes) })}
          />
        </div>
        <Row gap={1} align="center" justify="end">
          <UnlockControl look="icon" />
          <div className={styles.tools}>
            <AppearanceMenu />
            <IconButton
              label="Keys and settings"
              icon={<KeyboardIcon />}
              onPress={() => onSheet('keys')}
            />
            <IconButton label="Pause" icon={<PauseIcon />} onPress={() => onSheet('pause')} />
            <Button variant="quiet" onPress={() => onSheet('overview')}>
              {WORDS_AROUND[wording].all}
            </Button>
            <Button
              variant={drafts.size === 0 ? 'quiet' : 'secondary'}
              onPress={() => goTo(indicators.length)}
            >
              Finish
            </Button>
          </div>
          <div className={styles.menu}>
            <RatingMenu onSheet={onSheet} />
          </div>
        </Row>
      </div>
    </header>
  )
}

type MenuAction = RatingSheet | Wording | 'undo' | 'read' | 'finish'

const isWording = (action: MenuAction): action is Wording =>
  WORDINGS.some(wording => wording === action)

/** Everything else that a person may want, behind one button, where there is no room for more. */
function RatingMenu({ onSheet }: RatingHeaderProps) {
  const indicator = useRating(state => state.indicators[state.position])
  const count = useRating(state => state.indicators.length)
  const wanted = useRating(state => state.wording)
  const choose = useRating(state => state.choose)
  const offered = useRating(state => state.wordings)
  const goTo = useRating(state => state.goTo)
  const undo = useFlow(state => state.undo)
  const { hasVoice, isReading, toggle } = useReadAloud()
  const shown = indicator === undefined ? 'title' : shownWording(indicator, wanted)
  const aboutThis: readonly Option<MenuAction>[] =
    indicator === undefined
      ? []
      : [
          ...(indicator.easyRead === ''
            ? []
            : offered
                .filter(wording => wording !== shown)
                .map(wording => ({
                  value: wording,
                  label: WORDING_CHOICES[wording].show,
                }))),
          { value: 'facts', label: WORDS_AROUND[shown].more },
          { value: 'words', label: 'Suggest better words' },
          { value: 'read', label: readWords(hasVoice, isReading) },
        ]
  const act = (action: MenuAction) => {
    if (isWording(action)) choose(action)
    else if (action === 'undo') undo()
    else if (action === 'read') toggle()
    else if (action === 'finish') goTo(count)
    else onSheet(action)
  }
  return (
    <ActionMenu<MenuAction>
      label="Menu"
      icon={<MoreIcon />}
      actions={[
        ...aboutThis,
        { value: 'undo', label: 'Take back my last answer' },
        { value: 'missing', label: 'Something is missing' },
        { value: 'overview', label: WORDS_AROUND[wanted].all },
        { value: 'keys', label: 'Keys and settings' },
        { value: 'pause', label: 'Pause' },
        { value: 'finish', label: 'Finish' },
      ]}
      onAction={act}
    />
  )
}
