import { type KeyboardEvent, useId } from 'react'
import { levelOfDigit, ratingKeyOf } from '../../../shared/commands.ts'
import { SHEET_WORDS } from '../../../shared/messages/paper.ts'
import { wordsIn } from '../../../shared/messages/wordings.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { Explained } from '../../ui/glossary/explained.tsx'
import { useTermFinder } from '../../ui/glossary/glossary-context.tsx'
import { BrowsedRadios } from '../../ui/input/browsed-radios.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import { useIsLacking, useSpokenWords } from '../language/spoken-words.ts'
import { useLevels } from '../language/use-levels.ts'
import { answerFromKey, answerKey, otherAnswers } from '../session/answer-keys.ts'
import { draftOf } from '../session/drafts.ts'
import type { Placed } from '../session/progress.ts'
import {
  useFlow,
  useRating,
  useRatingSessions,
  useShownWording,
} from '../session/rating-context.tsx'
import styles from './section-list.module.css'

/** One indicator of a list: its words, its two questions, and the way to all that is said about it. */
export function ListedIndicator({ indicator, position }: Placed) {
  const { list, rating } = useWords()
  const id = useId()
  const wording = useShownWording(indicator.id)
  const words = wordsIn(wording, indicator)
  const [pieces = []] = useTermFinder()([words])
  const spoken = useSpokenWords(indicator, wording)
  const isLacking = useIsLacking(indicator, wording)
  const goTo = useRating(state => state.goTo)
  const { choices } = useRatingSessions()
  const open = () => {
    goTo(position)
    choices.setState({ seesSection: false })
  }
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2 id={id} className={styles.name}>
          <span className={styles.number}>{position + 1}</span>{' '}
          <bdi {...spoken}>
            <Explained pieces={pieces} wording={wording} />
          </bdi>
        </h2>
        {isLacking && <p className={styles.untranslated}>{rating.inEnglishOnly}</p>}
        <Button variant="quiet" isFlush onPress={open}>
          {list.alone}
          <VisuallyHidden>
            : <bdi {...spoken}>{words}</bdi>
          </VisuallyHidden>
        </Button>
      </div>
      <div className={styles.questions}>
        {CRITERIA.map(criterion => (
          <ListedQuestion key={criterion} {...{ indicator, position, criterion }} heading={id} />
        ))}
      </div>
    </li>
  )
}

interface ListedQuestionProps extends Placed {
  readonly criterion: Criterion
  /** The element with the indicator's words. */
  readonly heading: string
}

const OTHERS: Readonly<Record<string, string>> = SHEET_WORDS.signs

/** One question of a list: a row of numbers, each of which is named by its level. */
function ListedQuestion({ indicator, position, criterion, heading }: ListedQuestionProps) {
  const { answers, around, list, rating } = useWords()
  const id = useId()
  const key = { indicator: indicator.id, criterion }
  const { answer } = useRating(state => draftOf(state.drafts, key))
  const goTo = useRating(state => state.goTo)
  const give = useFlow(state => state.give)
  const wording = useShownWording(indicator.id)
  const levels = useLevels(criterion, wording)
  const options = [
    ...levels.map(({ value, label }) => ({ value: String(value), label })),
    ...otherAnswers(answers),
  ]
  return (
    <fieldset
      data-listed=""
      aria-labelledby={`${heading} ${id}`}
      className={styles.question}
      onFocus={() => goTo(position)}
      onKeyDown={event => answerByKey(event, levels.length, given => give(key, given))}
    >
      <span id={id} className={styles.asks}>
        {around[wording].questions[criterion]}
      </span>
      <BrowsedRadios
        label={list.answers}
        options={options}
        value={answerKey(answer)}
        onChoose={value => give(key, answerFromKey(value))}
        nameOf={({ value, label }) =>
          value in answers ? label : rating.levelOf(value, levels.length, label)
        }
        className={styles.cells ?? ''}
        optionClassName={styles.cell ?? ''}
      >
        {({ value }) => OTHERS[value] ?? value}
      </BrowsedRadios>
    </fieldset>
  )
}

/** Answers by a digit and the keys of the two other answers, and goes on to the next question of the list. */
function answerByKey(
  event: KeyboardEvent<HTMLElement>,
  levels: number,
  give: (answer: Answer) => void,
): void {
  const answer = answerOf(event, levels)
  if (answer === null) return
  event.preventDefault()
  if (event.repeat) return
  give(answer)
  focusNext(event.currentTarget)
}

function answerOf(event: KeyboardEvent<HTMLElement>, levels: number): Answer | null {
  switch (ratingKeyOf(event.nativeEvent)) {
    case 'level': {
      const level = levelOfDigit(event.key)
      return level <= levels ? { kind: 'level', level } : null
    }
    case 'dont-know':
      return { kind: 'dont_know' }
    case 'not-applicable':
      return { kind: 'not_applicable' }
    default:
      return null
  }
}

/** Leads to the question that comes after this one in the list; after the last one the focus stays. */
function focusNext(question: HTMLElement): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-listed]')]
  const next = all[all.indexOf(question) + 1]
  next?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus()
}
