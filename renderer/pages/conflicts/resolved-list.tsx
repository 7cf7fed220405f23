import { answerWords } from '../../../shared/messages/exports.ts'
import { resolvedByWords } from '../../../shared/messages/packages.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { Resolution } from '../../../shared/model/conflict.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { formatMoment } from '../../ui/format.ts'
import { UndoIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import styles from './conflicts-page.module.css'

interface ResolvedListProps {
  readonly settled: readonly Resolution[]
  readonly scale: Scale
  readonly onReopen: (settlement: string) => void
}

const PER_PAGE = 20

/** The resolved conflicts: each with its answer and the way it was resolved, and a button to reopen it. */
export function ResolvedList({ settled, scale, onReopen }: ResolvedListProps) {
  if (settled.length === 0) return null
  return (
    <Disclosure summary="Settled" note={settled.length} level={2}>
      <Paged what="settled conflicts" items={settled} perPage={PER_PAGE}>
        {shown => (
          <ul>
            {shown.map(each => (
              <ResolvedItem key={each.id} settlement={each} scale={scale} onReopen={onReopen} />
            ))}
          </ul>
        )}
      </Paged>
    </Disclosure>
  )
}

interface ResolvedItemProps extends Pick<ResolvedListProps, 'scale' | 'onReopen'> {
  readonly settlement: Resolution
}

function ResolvedItem({ settlement, scale, onReopen }: ResolvedItemProps) {
  const { id, code, criterion, round, chosen, aside, rule, recordedAt } = settlement
  const words = (side: Resolution['chosen']) => answerWords(side.answer, criterion, scale)
  return (
    <li className={styles.resolved}>
      <div>
        <p>
          <strong>{code}</strong> {CRITERION_NAMES[criterion]}, round {round}, {chosen.name}:{' '}
          <strong>{words(chosen)}</strong> counts, not {aside.map(words).join(' or ')}.
        </p>
        <p className={styles.how}>
          {resolvedByWords(rule)}, {formatMoment(recordedAt)}
        </p>
      </div>
      <Button variant="quiet" icon={<UndoIcon />} onPress={() => onReopen(id)}>
        Take back
        <VisuallyHidden>
          {' '}
          for {chosen.name}, {code}
        </VisuallyHidden>
      </Button>
    </li>
  )
}
