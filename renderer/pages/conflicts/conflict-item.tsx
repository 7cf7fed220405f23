import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { Conflict } from '../../../shared/model/conflict.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './conflict-item.module.css'
import { SideCard } from './side-card.tsx'

interface ConflictItemProps {
  readonly conflict: Conflict
  readonly scale: Scale
  readonly isBusy: boolean
  readonly onChoose: (rating: string) => void
}

const peopleOf = ({ sides }: Conflict): string =>
  [...new Set(sides.map(({ code }) => code))].join(' and ')

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
