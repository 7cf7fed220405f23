import { counted } from '../../../shared/messages/figures.ts'
import type { ResolutionBatch } from '../../../shared/model/conflict.ts'
import { formatMoment } from '../../ui/format.ts'
import { UndoIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import styles from './conflicts-page.module.css'

const PER_PAGE = 20

interface BatchListProps {
  readonly batches: readonly ResolutionBatch[]
  readonly onReopen: (batch: string) => void
}

/** Conflicts that were settled together: how many, who decided and why, and one press that takes all of it back. */
export function BatchList({ batches, onReopen }: BatchListProps) {
  if (batches.length === 0) return null
  return (
    <Disclosure summary="Settled together" note={batches.length} level={2}>
      <Paged what="conflicts settled together" items={batches} perPage={PER_PAGE}>
        {shown => (
          <ul>
            {shown.map(({ id, resolutions, reason, decidedBy, recordedAt }) => (
              <li key={id} className={styles.resolved}>
                <div>
                  <p>
                    {counted(resolutions.length, 'conflict', 'conflicts')}
                    {decidedBy && `, decided by ${decidedBy}`}
                    {reason && `: ${reason}`}
                  </p>
                  <p className={styles.how}>{formatMoment(recordedAt)}</p>
                </div>
                <Button variant="quiet" icon={<UndoIcon />} onPress={() => onReopen(id)}>
                  Take all back
                  <VisuallyHidden>
                    : {counted(resolutions.length, 'conflict', 'conflicts')} of{' '}
                    {formatMoment(recordedAt)}
                  </VisuallyHidden>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Disclosure>
  )
}
