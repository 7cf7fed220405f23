import type { MouseEvent } from 'react'
import type { Answer } from '../../../shared/model/rating.ts'
import type { Level } from '../../../shared/model/scale.ts'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { BrowsedRadios } from '../../ui/input/browsed-radios.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { answerFromKey, answerKey, otherAnswers } from '../session/answer-keys.ts'
import { SPOKEN } from '../voice/page-sentences.ts'
import { Face } from './face.tsx'
import styles from './level-scale.module.css'

interface LevelScaleProps {
  readonly levels: readonly Level[]
  /** True where each level has a face over its word. */
  readonly hasFaces: boolean
  /** The answer so far; `none` while there is none. */
  readonly answer: Answer
  readonly onAnswer: (answer: Answer, click: MouseEvent) => void
}

function Tick() {
  return (
    <span className={styles.tick}>
      <CheckIcon size={18} />
    </span>
  )
}

const lookOf = ({ length }: readonly Level[]): string | undefined =>
  classNames(styles.answers, length > 5 && styles.many, length === 10 && styles.ten)

/**
 * The ordered answers, every one labelled and large, then, a little apart and a group of their own, the two that are
 * no level. Each group is one Tab stop; the arrow keys move and answer nothing.
 */
export function LevelScale({ levels, hasFaces, answer, onAnswer }: LevelScaleProps) {
  const { answers, rating } = useWords()
  const common = {
    value: answerKey(answer),
    onChoose: (key: string, click: MouseEvent) => onAnswer(answerFromKey(key), click),
  }
  return (
    <div className={styles.scale}>
      <div className={classNames(lookOf(levels), hasFaces && styles.faces)}>
        <BrowsedRadios
          {...common}
          label={rating.levels}
          options={levels.map(({ value, label }) => ({ value: String(value), label }))}
          nameOf={({ value, label }) => rating.levelOf(value, levels.length, label)}
          className={classNames(styles.levels)}
          optionClassName={classNames(styles.level)}
        >
          {({ value, label }) => (
            <>
              <span className={styles.value}>{value}</span>
              {hasFaces && (
                <span className={styles.face}>
                  <Face level={Number(value)} of={levels.length} />
                </span>
              )}
              <span className={styles.label} {...SPOKEN}>
                {label}
              </span>
              <Tick />
            </>
          )}
        </BrowsedRadios>
        <BrowsedRadios
          {...common}
          label={rating.others}
          options={otherAnswers(answers)}
          className={classNames(styles.others)}
          optionClassName={classNames(styles.other)}
        >
          {({ label }) => (
            <>
              <span className={styles.label} {...SPOKEN}>
                {label}
              </span>
              <Tick />
            </>
          )}
        </BrowsedRadios>
      </div>
    </div>
  )
}
