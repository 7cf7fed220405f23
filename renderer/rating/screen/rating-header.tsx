import {
  LANGUAGE_CODES,
  LANGUAGES,
  type LanguageCode,
} from '../../../shared/languages/languages.ts'
import { shownWording } from '../../../shared/messages/wordings.ts'
import { WORDINGS, type Wording } from '../../../shared/model/rating.ts'
import { CountBar } from '../../ui/feedback/loaded.tsx'
import { KeyboardIcon, MoreIcon, PauseIcon } from '../../ui/icons.tsx'
import { Button, IconButton } from '../../ui/input/button.tsx'
import type { Option } from '../../ui/input/choice.tsx'
import { ActionMenu } from '../../ui/input/menu.tsx'
import { usePageLanguage, useWords } from '../../ui/language/language-context.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { GroupName } from '../language/group-name.tsx'
import { UnlockControl } from '../room/unlock-control.tsx'
import { minutesLeft } from '../session/pace.ts'
import { halfCount, ratedCount } from '../session/progress.ts'
import { useFlow, useRating, useRatingSessions } from '../session/rating-context.tsx'
import { readWords } from '../voice/read-aloud.tsx'
import { useReadAloud } from '../voice/reader-context.tsx'
import { AppearanceMenu } from './appearance-menu.tsx'
import styles from './rating-header.module.css'

/** The sheets that can lie over the rating screen. */
export type RatingSheet = 'overview' | 'keys' | 'facts' | 'words' | 'missing' | 'pause'

interface RatingHeaderProps {
  readonly onSheet: (sheet: RatingSheet) => void
}

/** The participant's code and progress, with buttons to the overview and to the end; one line on a small screen. */
export function RatingHeader({ onSheet }: RatingHeaderProps) {
  const words = useWords()
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
          <span className={styles.group}>
            <GroupName group={group} />
          </span>
        </p>
        <div className={styles.progress}>
          <CountBar
            label={words.rating.rated}
            value={rated + halves / 2}
            total={indicators.length}
            words={words.overview.ratedOf(rated, indicators.length)}
            {...(minutes === null ? {} : { note: words.rating.minutesLeft(minutes) })}
          />
        </div>
        <Row gap={1} align="center" justify="end">
          <UnlockControl look="icon" />
          <div className={styles.tools}>
            <AppearanceMenu />
            <IconButton
              label={words.settings.title}
              icon={<KeyboardIcon />}
              onPress={() => onSheet('keys')}
            />
            <IconButton
              label={words.rating.pause}
              icon={<PauseIcon />}
              onPress={() => onSheet('pause')}
            />
            <Button variant="quiet" onPress={() => onSheet('overview')}>
              {words.around[wording].all}
            </Button>
            <Button
              variant={drafts.size === 0 ? 'quiet' : 'secondary'}
              onPress={() => goTo(indicators.length)}
            >
              {words.rating.finish}
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

type MenuAction = RatingSheet | Wording | LanguageCode | 'undo' | 'read' | 'finish'

const isWording = (action: MenuAction): action is Wording =>
  WORDINGS.some(wording => wording === action)

const isLanguage = (action: MenuAction): action is LanguageCode =>
  LANGUAGE_CODES.some(code => code === action)

/** Everything else that a person may want, behind one button, where there is no room for more. */
function RatingMenu({ onSheet }: RatingHeaderProps) {
  const { code } = usePageLanguage()
  const { around, comments, controls, rating, settings, wordings, readAloud } = useWords()
  const { choices } = useRatingSessions()
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
                  label: wordings[wording].show,
                }))),
          { value: 'facts', label: around[shown].more },
          { value: 'words', label: comments.better },
          { value: 'read', label: readWords(readAloud, { hasVoice, isReading }) },
        ]
  const act = (action: MenuAction) => {
    if (isWording(action)) choose(action)
    else if (isLanguage(action)) choices.setState({ language: action })
    else if (action === 'undo') undo()
    else if (action === 'read') toggle()
    else if (action === 'finish') goTo(count)
    else onSheet(action)
  }
  return (
    <ActionMenu<MenuAction>
      label={controls.menu}
      icon={<MoreIcon />}
      actions={[
        ...aboutThis,
        { value: 'undo', label: rating.undo },
        { value: 'missing', label: comments.missing },
        { value: 'overview', label: around[wanted].all },
        { value: 'keys', label: settings.title },
        { value: 'pause', label: rating.pause },
        ...LANGUAGE_CODES.filter(other => other !== code).map(other => ({
          value: other,
          label: LANGUAGES[other].name,
          lang: LANGUAGES[other].tag,
        })),
        { value: 'finish', label: rating.finish },
      ]}
      onAction={act}
    />
  )
}
