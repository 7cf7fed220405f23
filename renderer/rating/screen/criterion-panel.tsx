import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Words } from '../../../shared/languages/english.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import type { Level } from '../../../shared/model/scale.ts'
import { classNames } from '../../ui/class-names.ts'
import { PlusIcon, UndoIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { useLevels } from '../language/use-levels.ts'
import { type DraftKey, draftName, draftOf, isAnswered } from '../session/drafts.ts'
import { useFlow, useRating, useShownWording } from '../session/rating-context.tsx'
import { SPOKEN } from '../voice/page-sentences.ts'
import { CommentBox } from './comment-box.tsx'
import styles from './criterion-panel.module.css'
import { LevelScale } from './level-scale.tsx'

interface CriterionPanelProps extends DraftKey {
  /** The element whose words are read out before the question where it comes first; left out for the second one. */
  readonly headingId?: string
  /** Tells the second half of a double press on an answer. */
  readonly isSecondPress: (click: MouseEvent) => boolean
}

/** One question about an indicator: its answers, a button to take one back, and a comment field. */
export function CriterionPanel(props: CriterionPanelProps) {
  const { indicator, criterion, isSecondPress } = props
  const draft = useRating(state => draftOf(state.drafts, props))
  const wording = useShownWording(indicator)
  const levels = useLevels(criterion, wording)
  const press = useFlow(state => state.press)
  return (
    <QuestionGroup {...props} levels={levels} answer={draft.answer}>
      <LevelScale
        levels={levels}
        hasFaces={wording === 'easy'}
        answer={draft.answer}
        onAnswer={(given, click) => {
          // The second half of a double press would answer the question that has come into its place.
          if (!isSecondPress(click)) press(criterion, given)
        }}
      />
      <More key={draftName(props)} indicator={indicator} criterion={criterion} />
    </QuestionGroup>
  )
}

/** The comment on an answer, and the button that takes the answer back. */
function More({ indicator, criterion }: DraftKey) {
  const { rating } = useWords()
  const key = { indicator, criterion }
  const draft = useRating(state => draftOf(state.drafts, key))
  const answer = useRating(state => state.answer)
  const stay = useFlow(state => state.stay)
  const place = useRef<HTMLDivElement>(null)
  const [isCommenting, setIsCommenting] = useState(draft.comment !== '')
  const open = () => {
    stay()
    setIsCommenting(true)
    place.current?.querySelector('textarea')?.focus()
  }
  useAskedComment(criterion, open)
  const takeBack = () => {
    stay()
    answer(key, { kind: 'none' })
    // The button goes away under the focus, which would otherwise be lost.
    const group = place.current?.closest('[data-question]')
    group?.querySelector<HTMLElement>('[role="radio"]')?.focus()
  }
  return (
    <div ref={place} className={styles.more}>
      {isCommenting ? (
        <CommentBox indicator={indicator} criterion={criterion} />
      ) : (
        <Button variant="quiet" icon={<PlusIcon />} onPress={open}>
          {rating.addComment}
        </Button>
      )}
      {isAnswered(draft) && (
        <Button variant="quiet" icon={<UndoIcon />} onPress={takeBack}>
          {rating.takeBack}
        </Button>
      )}
    </div>
  )
}

/** Opens the comment whenever a key asks for one on this question. */
function useAskedComment(criterion: DraftKey['criterion'], open: () => void): void {
  const asked = useFlow(state => state.commentsAsked)
  const question = useFlow(state => state.question)
  const seen = useRef(asked)
  // As the page is drawn and not after it: the very next key is a letter of the comment.
  useLayoutEffect(() => {
    if (seen.current === asked) return
    seen.current = asked
    if (question === criterion) open()
  })
}

interface QuestionGroupProps extends CriterionPanelProps {
  readonly levels: readonly Level[]
  readonly answer: Answer
  readonly children: ReactNode
}

/** The focus on the question that is asked, each time the person was led there. */
function useFollowedFocus(isCurrent: boolean) {
  const group = useRef<HTMLFieldSetElement>(null)
  const moves = useFlow(state => state.moves)
  useEffect(() => {
    if (moves < 0) return
    if (isCurrent) group.current?.focus({ preventScroll: true })
  }, [isCurrent, moves])
  return group
}

/**
 * One question with all that belongs to it. It has the focus itself when the person is led to it, so that its words
 * are read out; on a small screen the question that is not asked at the moment is one line, which turns to it.
 */
function QuestionGroup(props: QuestionGroupProps) {
  const { indicator, criterion, headingId, levels, answer, children } = props
  const words = useWords()
  const id = useId()
  const isCurrent = useFlow(state => state.question === criterion)
  const isFresh = useFlow(state => state.moves === 0)
  const ask = useFlow(state => state.ask)
  const group = useFollowedFocus(isCurrent)
  const question = words.around[useShownWording(indicator)].questions[criterion]
  return (
    <fieldset
      ref={group}
      tabIndex={-1}
      data-question={criterion}
      aria-labelledby={headingId === undefined ? id : `${headingId} ${id}`}
      aria-describedby={isFresh && headingId !== undefined ? `${id}keys` : undefined}
      className={classNames(styles.panel, isCurrent && styles.current)}
      onFocus={() => ask(criterion)}
      onKeyDown={enterLevels}
    >
      <div className={styles.question}>
        <span id={id} {...SPOKEN}>
          {question}
        </span>
        <span id={`${id}keys`} className={styles.keys} aria-hidden="true">
          {words.rating.keys(levels.length)}
        </span>
      </div>
      <button type="button" className={styles.line} onClick={() => ask(criterion)}>
        <span>{question}</span> <strong>{shownAnswer(answer, levels, words.answers)}</strong>
      </button>
      <div className={styles.body}>{children}</div>
    </fieldset>
  )
}

/** An answer in words; empty where there is none. */
function shownAnswer(answer: Answer, levels: readonly Level[], others: Words['answers']): string {
  if (answer.kind === 'none') return ''
  if (answer.kind !== 'level') return others[answer.kind]
  return levels.find(({ value }) => value === answer.level)?.label ?? ''
}

/** Leads the arrow keys from the question as a whole to its levels. */
function enterLevels(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget || !/^Arrow/.test(event.key)) return
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus()
}
