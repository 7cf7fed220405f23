import { type ComponentProps, useRef, useState } from 'react'
import {
  RadioGroup as AriaRadioGroup,
  Label,
  RadioButton,
  RadioField,
  Text,
} from 'react-aria-components'
import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import { CRITERION_QUESTIONS, type Level } from '../../../shared/model/scale.ts'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon, PlusIcon, UndoIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
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
    panel.current?.querySelector('input')?.focus()
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
  readonly isDisabled?: boolean
}

const DONT_KNOW = 'dont_know'
const NOT_APPLICABLE = 'not_applicable'

const answerKey = (answer: Answer | null): string | null => {
  if (answer === null || answer.kind === 'none') return null
  return answer.kind === 'level' ? String(answer.level) : answer.kind
}

const answerFromKey = (key: string): Answer =>
  key === DONT_KNOW || key === NOT_APPLICABLE
    ? { kind: key }
    : { kind: 'level', level: Number(key) }

type KeyHandler = NonNullable<ComponentProps<typeof RadioField>['onKeyDown']>

/** Chooses the level of a typed digit; the choice takes the focus, as with the arrow keys. */
const chooseByDigit: KeyHandler = event => {
  const group = event.currentTarget.closest('[role="radiogroup"]')
  const hasModifier = event.ctrlKey || event.altKey || event.metaKey
  const chosen = /^[1-9]$/.test(event.key)
    ? group?.querySelector(`input[value="${event.key}"]`)
    : null
  if (!(chosen instanceof HTMLInputElement) || hasModifier) {
    event.continuePropagation()
    return
  }
  event.preventDefault()
  chosen.focus()
  chosen.click()
}

function LevelOption({ level }: { readonly level: Level }) {
  return (
    <RadioField
      value={String(level.value)}
      className={classNames(styles.field)}
      onKeyDown={chooseByDigit}
    >
      <RadioButton className={classNames(styles.level)}>
        <span className={styles.value} aria-hidden="true">
          {level.value}
        </span>
        <span className={styles.label}>{level.label}</span>
        <span className={styles.tick}>
          <CheckIcon size={18} />
        </span>
      </RadioButton>
    </RadioField>
  )
}

function OtherAnswer({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <RadioField value={value} className={classNames(styles.field)} onKeyDown={chooseByDigit}>
      <RadioButton className={classNames(styles.other)}>
        <span className={styles.label}>{label}</span>
        <span className={styles.tick}>
          <CheckIcon size={18} />
        </span>
      </RadioButton>
    </RadioField>
  )
}

/**
 * One question with its ordered answers, every one labelled and large, then, a little apart, the two
 * that are no level. One Tab stop; the arrow keys move and choose, a digit chooses a level.
 */
function LevelScale(props: LevelScaleProps) {
  const { question, levels, answer, onAnswer, isDisabled = false } = props
  return (
    <AriaRadioGroup
      className={classNames(styles.scale)}
      value={answerKey(answer)}
      onChange={key => onAnswer(answerFromKey(key))}
      isDisabled={isDisabled}
    >
      <div className={styles.question}>
        <Label>{question}</Label>
        <Text slot="description" className={classNames(styles.keys)}>
          Keys 1 to {levels.length} choose
        </Text>
      </div>
      <div className={classNames(styles.answers, levels.length > 5 && styles.many)}>
        <div className={styles.levels}>
          {levels.map(level => (
            <LevelOption key={level.value} level={level} />
          ))}
        </div>
        <div className={styles.others}>
          <OtherAnswer value={DONT_KNOW} label={ANSWER_LABELS.dont_know} />
          <OtherAnswer value={NOT_APPLICABLE} label={ANSWER_LABELS.not_applicable} />
        </div>
      </div>
    </AriaRadioGroup>
  )
}
