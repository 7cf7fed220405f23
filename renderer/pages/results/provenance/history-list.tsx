import { answerWords } from '../../../../shared/messages/answers.ts'
import { settledByWords } from '../../../../shared/messages/conflicts.ts'
import type { HistoryStep } from '../../../../shared/model/provenance.ts'
import type { Scale } from '../../../../shared/model/scale.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import { formatMoment } from '../../../format.ts'
import styles from './rating-item.module.css'

interface HistoryListProps {
  readonly steps: readonly HistoryStep[]
  readonly criterion: Criterion
  readonly scale: Scale
}

/** What was recorded about one answer, the earliest first. */
export function HistoryList({ steps, criterion, scale }: HistoryListProps) {
  const answers = new Map(
    steps.flatMap(step => (step.kind === 'rated' ? [[step.rating.id, step.rating.answer]] : [])),
  )
  const wordsOf = (rating: string): string => {
    const answer = answers.get(rating)
    return answer ? answerWords(answer, criterion, scale) : 'an answer of who they are linked to'
  }
  return (
    <ol className={styles.history}>
      {steps.map(step => (
        <li key={keyOf(step)}>
          {step.kind === 'rated' ? (
            <>
              <strong>{answerWords(step.rating.answer, criterion, scale)}</strong>
              {step.current && ', which stands'}
              {step.rating.comment !== '' && `, “${step.rating.comment}”`}
            </>
          ) : (
            settlementWords(step, wordsOf)
          )}
          <span className={styles.when}>
            {formatMoment(momentOf(step))}, laptop {deviceOf(step).slice(-12)}
            {step.kind === 'rated' && step.rating.broughtBy && `, ${step.rating.broughtBy.name}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

const momentOf = (step: HistoryStep): string =>
  step.kind === 'rated' ? step.rating.recordedAt : step.recordedAt

const deviceOf = (step: HistoryStep): string =>
  step.kind === 'rated' ? step.rating.device : step.device

const keyOf = (step: HistoryStep): string =>
  step.kind === 'rated' ? step.rating.id : `${step.recordedAt} ${step.device} ${step.chosen}`

function settlementWords(
  { chosen, rule }: Extract<HistoryStep, { kind: 'settled' }>,
  wordsOf: (rating: string) => string,
): string {
  if (chosen === null) return 'A choice between two answers was taken back'
  return `${wordsOf(chosen)} was chosen of two answers, ${settledByWords(rule)}`
}
