import { useEffect, useRef } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { wordsIn } from '../../../shared/messages/wordings.ts'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { useSpokenFields, useSpokenWords } from '../language/spoken-words.ts'
import {
  bySection,
  indicatorState,
  nextOpen,
  type Placed,
  type SectionGroup,
} from '../session/progress.ts'
import { useAround, useRating } from '../session/rating-context.tsx'
import styles from './overview.module.css'

interface OverviewProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Called when the person wants to say what is not among them. */
  readonly onMissing: () => void
}

interface EntryProps extends Placed {
  readonly onGo: (position: number) => void
}

function Entry({ indicator, position, onGo }: EntryProps) {
  const { overview } = useWords()
  const state = useRating(({ drafts }) => indicatorState(indicator.id, drafts))
  const isHere = useRating(rating => rating.position === position)
  const wording = useRating(rating => rating.wording)
  const spoken = useSpokenWords(indicator, wording)
  return (
    <li>
      <Pressable
        className={classNames(styles.entry, isHere && styles.here)}
        aria-current={isHere}
        onPress={() => onGo(position)}
      >
        <span className={styles.number}>{position + 1}</span>
        <span {...spoken}>{wordsIn(wording, indicator)}</span>
        <span className={classNames(styles.state, styles[state])}>
          {state === 'answered' && <CheckIcon size={16} />}
          {overview[state]}
        </span>
      </Pressable>
    </li>
  )
}

function Section({ title, members, onGo }: SectionGroup & Pick<EntryProps, 'onGo'>) {
  const { overview } = useWords()
  const spoken = useSpokenFields(members[0]?.indicator.id ?? '')
  const rated = useRating(
    ({ drafts }) =>
      members.filter(({ indicator }) => indicatorState(indicator.id, drafts) === 'answered').length,
  )
  return (
    <section>
      <h3 className={styles.section}>
        <span {...spoken('section')}>{title}</span>
        <span className={styles.count}>{overview.ratedOf(rated, members.length)}</span>
      </h3>
      <ol>
        {members.map(member => (
          <Entry key={member.indicator.id} {...member} onGo={onGo} />
        ))}
      </ol>
    </section>
  )
}

function Sections({ onClose, onMissing }: Omit<OverviewProps, 'isOpen'>) {
  const { overview, comments } = useWords()
  const indicators = useRating(state => state.indicators)
  const goTo = useRating(state => state.goTo)
  const open = useRating(state => nextOpen(state.indicators, state.drafts))
  const go = (position: number) => {
    onClose()
    goTo(position)
  }
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <div ref={list}>
      <Stack gap={4}>
        <Row gap={3} wrap>
          {open !== null && <Button onPress={() => go(open)}>{overview.toFirstOpen}</Button>}
          <Button variant="quiet" onPress={onMissing}>
            {comments.missing}
          </Button>
        </Row>
        {bySection(indicators).map(group => (
          <Section key={group.title} {...group} onGo={go} />
        ))}
      </Stack>
    </div>
  )
}

/** All indicators by section, with the progress of each and a link to it. */
export function Overview({ isOpen, ...rest }: OverviewProps) {
  const { all } = useAround()
  return (
    <Dialog title={all} isOpen={isOpen} onClose={rest.onClose} size="wide">
      <Sections {...rest} />
    </Dialog>
  )
}
