import type { ReactNode } from 'react'
import { answerWords } from '../../../shared/messages/exports.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { Conflict, ConflictSide } from '../../../shared/model/conflict.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { formatMoment } from '../../ui/format.ts'
import { Button } from '../../ui/input/button.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import styles from './conflicts-page.module.css'

interface ConflictItemProps {
  readonly conflict: Conflict
  readonly scale: Scale
  readonly isBusy: boolean
  readonly onChoose: (rating: string) => void
}

const peopleOf = ({ sides }: Conflict): string =>
  [...new Set(sides.map(({ name }) => name))].join(' and ')

/** One question with its answers side by side, to choose the one that counts. */
export function ConflictItem({ conflict, scale, isBusy, onChoose }: ConflictItemProps) {
  const { code, title, criterion, round, sides } = conflict
  return (
    <li className={styles.item}>
      <h3 className={styles.title}>
        <span className={styles.code}>{code}</span> {title}
      </h3>
      <p className={styles.about}>
        {CRITERION_NAMES[criterion]}, round {round}, {peopleOf(conflict)}
      </p>
      <div className={styles.sides}>
        {sides.map((side, index) => (
          <SideCard
            key={side.id}
            side={side}
            criterion={criterion}
            scale={scale}
            action={
              <Button isPending={isBusy} onPress={() => onChoose(side.id)}>
                This one counts
                <VisuallyHidden>
                  : answer {index + 1} of {sides.length} of {peopleOf(conflict)} to {code}
                </VisuallyHidden>
              </Button>
            }
          />
        ))}
      </div>
    </li>
  )
}

interface SideCardProps {
  readonly side: ConflictSide
  readonly criterion: Criterion
  readonly scale: Scale
  /** The action on this side. */
  readonly action?: ReactNode
}

/** One side of a conflict: what was said, when and where, and nothing that says which is right. */
function SideCard({ side, criterion, scale, action }: SideCardProps) {
  return (
    <div className={styles.side}>
      <p className={styles.answer}>{answerWords(side.answer, criterion, scale)}</p>
      {side.comment && <blockquote className={styles.comment}>{side.comment}</blockquote>}
      <dl className={styles.facts}>
        <div>
          <dt>Participant</dt>
          <dd>
            {side.name}, {side.workshop}
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
