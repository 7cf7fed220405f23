import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import { CRITERION_QUESTIONS, type Level } from '../../../shared/model/scale.ts'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon, PlusIcon, UndoIcon } from '../../ui/icons.tsx'
import { BrowsedRadios } from '../../ui/input/browsed-radios.tsx'
import { Button } from '../../ui/input/button.tsx'
import type { Option } from '../../ui/input/choice.tsx'
import { type DraftKey, draftName, draftOf, isAnswered } from '../session/drafts.ts'
import { useRating } from '../session/rating-context.tsx'
import { CommentBox } from './comment-box.tsx'
import styles from './criterion-panel.module.css'

/** One question about an indicator: its answers, a button to take one back, and a comment field. */
export function CriterionPanel(key: DraftKey) {
  const { indicator, criterion } = key
  const draft = useRating(state => draftOf(state.drafts, key))
  const levels = useRating(state => state.levels[criterion])
  const answer = useRating(state => state.answer)
  const panel = useRef<HTMLDivElement>(null)
  const [isCommenting, setIsCommenting] = useState(draft.comment !== '')

  const takeBack = () => {
    answer({ indicator, criterion }, { kind: 'none' })
    // The button goes away under the focus, which would otherwise be lost.
    panel.current?.querySelector<HTMLElement>('[role="radio"]')?.focus()
  }

  return (
    <section ref={panel} className={styles.panel} aria-label={CRITERION_QUESTIONS[criterion]}>
      <LevelScale
        question={CRITERION_QUESTIONS[criterion]}
        levels={levels}
        answer={draft.answer}
        onAnswer={given => answer({ indicator, criterion }, given)}
      />
      <div className={styles.more}>
        {isCommenting ? (
          <CommentBox key={draftName(key)} indicator={indicator} criterion={criterion} />
        ) : (
          <Button variant="quiet" icon={<PlusIcon />} onPress={() => setIsCommenting(true)}>
            Add a comment
          </Button>
        )}
        {isAnswered(draft) && (
          <Button variant="quiet" icon={<UndoIcon />} onPress={takeBack}>
            Take back my answer
          </Button>
        )}
      </div>
    </section>
  )
}

interface LevelScaleProps {
  /** The question that is answered. */
  readonly question: string
  readonly levels: readonly Level[]
  /** The answer so far; null or `none` while there is none. */
  readonly answer: Answer | null
  readonly onAnswer: (answer: Answer) => void
}

const DONT_KNOW = 'dont_know'
const NOT_APPLICABLE = 'not_applicable'

const OTHER_ANSWERS: readonly Option<string>[] = [
  { value: DONT_KNOW, label: ANSWER_LABELS.dont_know },
  { value: NOT_APPLICABLE, label: ANSWER_LABELS.not_applicable },
]

const answerKey = (answer: Answer | null): string | null => {
  if (answer === null || answer.kind === 'none') return null
  return answer.kind === 'level' ? String(answer.level) : answer.kind
}

const answerFromKey = (key: string): Answer =>
  key === DONT_KNOW || key === NOT_APPLICABLE
    ? { kind: key }
    : { kind: 'level', level: Number(key) }

/** Gives the level of a typed digit, wherever in the question the focus is; the focus goes with it. */
function answerByDigit(event: KeyboardEvent<HTMLElement>): void {
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey
  if (hasModifier || !/^[1-9]$/.test(event.key)) return
  const level = event.currentTarget.querySelector<HTMLElement>(
    `[role="radio"][value="${event.key}"]`,
  )
  if (!level) return
  event.preventDefault()
  level.focus()
  level.click()
}

function Tick() {
  return (
    <span className={styles.tick}>
      <CheckIcon size={18} />
    </span>
  )
}

/**
 * One question with its ordered answers, every one labelled and large, then, a little apart and a group
 * of their own, the two that are no level. Each group is one Tab stop, and both bear the question's words;
 * the arrow keys move and answer nothing, a digit answers with its level from either group.
 */
function LevelScale({ question, levels, answer, onAnswer }: LevelScaleProps) {
  const id = useId()
  const given = answerKey(answer)
  const common = {
    value: given,
    onChoose: (key: string) => onAnswer(answerFromKey(key)),
    describedBy: `${id}keys`,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the digits typed on its radio buttons
    <div className={styles.scale} onKeyDown={answerByDigit}>
      <div className={styles.question}>
        <span id={`${id}question`}>{question}</span>
        <span id={`${id}keys`} className={styles.keys}>
          Arrow keys move, Enter or 1 to {levels.length} answers
        </span>
      </div>
      <div className={classNames(styles.answers, levels.length > 5 && styles.many)}>
        <BrowsedRadios
          {...common}
          labelledBy={`${id}question`}
          options={levels.map(({ value, label }) => ({ value: String(value), label }))}
          className={classNames(styles.levels)}
          optionClassName={classNames(styles.level)}
        >
          {({ value, label }) => (
            <>
              <span className={styles.value} aria-hidden="true">
                {value}
              </span>
              <span className={styles.label}>{label}</span>
              <Tick />
            </>
          )}
        </BrowsedRadios>
        <span id={`${id}others`} hidden>
          Or, if no level fits
        </span>
        <BrowsedRadios
          {...common}
          labelledBy={`${id}question ${id}others`}
          options={OTHER_ANSWERS}
          className={classNames(styles.others)}
          optionClassName={classNames(styles.other)}
        >
          {({ label }) => (
            <>
              <span className={styles.label}>{label}</span>
              <Tick />
            </>
          )}
        </BrowsedRadios>
      </div>
    </div>
  )
}
