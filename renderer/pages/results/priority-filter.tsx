import { PRIORITY_NAMES } from '../../../shared/messages/rules.ts'
import { formatCount } from '../../format.ts'
import type { PriorityChoice } from '../../stores/results-view-store.ts'
import type { PriorityCount } from './priorities.ts'
import styles from './priority-filter.module.css'
import { PriorityMark } from './priority-mark.tsx'

interface PriorityFilterProps {
  readonly counts: readonly PriorityCount[]
  readonly chosen: PriorityChoice
  readonly onChoose: (choice: PriorityChoice) => void
}

const WITHOUT_PRIORITY = 'without answers to both'

/** How many indicators have each priority; a press lists only those, a second one all again. */
export function PriorityFilter({ counts, chosen, onChoose }: PriorityFilterProps) {
  const shown = counts.filter(
    ({ priority, count }) => priority !== null || count > 0 || chosen === null,
  )
  return (
    <fieldset className={styles.filter}>
      <legend className={styles.legend}>Priorities</legend>
      {shown.map(({ priority, count }) => {
        const isChosen = chosen === priority
        return (
          <button
            key={priority ?? WITHOUT_PRIORITY}
            type="button"
            className={styles.choice}
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? 'all' : priority)}
          >
            {priority && <PriorityMark priority={priority} />}
            <span>
              <strong>{formatCount(count)}</strong>{' '}
              {priority ? PRIORITY_NAMES[priority].toLowerCase() : WITHOUT_PRIORITY}
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}
