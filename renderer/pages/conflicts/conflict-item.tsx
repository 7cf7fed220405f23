import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { answerWords } from '../../../shared/messages/exports.ts'
import { entryWords } from '../../../shared/messages/paper.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { Conflict, ConflictSide } from '../../../shared/model/conflict.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { formatMoment } from '../../ui/format.ts'
import { Button } from '../../ui/input/button.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import styles from './conflicts-page.module.css'
import { blindOrder, personWords } from './groups.ts'

interface ConflictItemProps {
  readonly conflict: Conflict
  readonly scale: Scale
  readonly isBusy: boolean
  /** True to leave out what could lead a choice: laptop, time, and the order in which they were given. */
  readonly isBlind: boolean
  /** True for the one that the focus goes to. */
  readonly isNext: boolean
  readonly nameOf: (device: string) => string
  readonly onChoose: (rating: string) => void
  readonly onSkip: () => void
  readonly onUndo: () => void
}

/** One question with its answers side by side, to choose the one that counts: by a press, or 1 and 2. */
export function ConflictItem(props: ConflictItemProps) {
  const { conflict, scale, isBusy, isBlind, isNext, nameOf, onChoose, onSkip, onUndo } = props
  const { code, title, criterion, round } = conflict
  const sides = isBlind ? blindOrder(conflict) : conflict.sides
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isNext) item.current?.focus()
  }, [isNext])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const side = /^[1-9]$/.test(event.key) ? sides[Number(event.key) - 1] : undefined
    if (side && !isBusy) onChoose(side.id)
    else if (event.key === 'n') onSkip()
    else if (event.key === 'u') onUndo()
    else return
    event.preventDefault()
  }
  return (
    <li ref={item} tabIndex={-1} className={styles.item} onKeyDown={onKeyDown}>
      <h4 className={styles.title} dir="auto">
        <bdi className={styles.code}>{code}</bdi> {title}
      </h4>
      <p className={styles.about}>
        {CRITERION_NAMES[criterion]}, round {round}
      </p>
      <div className={styles.sides}>
        {sides.map((side, index) => (
          <SideCard
            key={side.id}
            side={side}
            criterion={criterion}
            scale={scale}
            isBlind={isBlind}
            laptop={nameOf(side.device)}
            action={
              <Button isPending={isBusy} onPress={() => onChoose(side.id)}>
                <span className={styles.key} aria-hidden="true">
                  {index + 1}
                </span>
                This one counts
                <VisuallyHidden>
                  : answer {index + 1} of {sides.length} of {personWords(conflict, isBlind)} to{' '}
                  {code}
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
  readonly isBlind: boolean
  readonly laptop: string
  /** The action on this side. */
  readonly action?: ReactNode
}

/** One side of a conflict: what was said, when and where, and nothing that says which is right. */
function SideCard({ side, criterion, scale, isBlind, laptop, action }: SideCardProps) {
  return (
    <div className={styles.side}>
      <p className={styles.answer}>{answerWords(side.answer, criterion, scale)}</p>
      {side.comment && <blockquote className={styles.comment}>{side.comment}</blockquote>}
      {!isBlind && (
        <dl className={styles.facts}>
          <div>
            <dt>Participant</dt>
            <dd>
              <bdi>{side.name}</bdi>, <bdi>{side.workshop}</bdi>
            </dd>
          </div>
          <div>
            <dt>Given</dt>
            <dd>
              {entryWords(side.entry, side)}, {formatMoment(side.recordedAt)}
            </dd>
          </div>
          <div>
            <dt>Laptop</dt>
            <dd>
              <bdi>{laptop}</bdi>
            </dd>
          </div>
        </dl>
      )}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
