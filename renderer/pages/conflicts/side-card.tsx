import type { ReactNode } from 'react'
import { answerWords } from '../../../shared/messages/answers.ts'
import type { ConflictSide } from '../../../shared/model/conflict.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { formatMoment } from '../../format.ts'
import styles from './side-card.module.css'

interface SideCardProps {
  readonly side: ConflictSide
  readonly criterion: Criterion
  readonly scale: Scale
  /** What can be done with this side. */
  readonly action?: ReactNode
}

/** One side of a conflict: what was said, when and where, and nothing that says which is right. */
export function SideCard({ side, criterion, scale, action }: SideCardProps) {
  return (
    <div className={styles.side}>
      <p className={styles.answer}>{answerWords(side.answer, criterion, scale)}</p>
      {side.comment !== '' && <blockquote className={styles.comment}>{side.comment}</blockquote>}
      <dl className={styles.facts}>
        <div>
          <dt>Participant</dt>
          <dd>
            {side.code}, {side.workshop}
          </dd>
        </div>
        <div>
          <dt>Given</dt>
          <dd>
            {side.entry === 'file' ? 'keyed in from a file' : 'on screen'},{' '}
            {formatMoment(side.recordedAt)}
          </dd>
        </div>
        <div>
          <dt>Laptop</dt>
          <dd className={styles.device}>{side.device.slice(-12)}</dd>
        </div>
      </dl>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
