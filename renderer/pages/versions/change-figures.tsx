import { CHANGE_KINDS, CHANGE_NAMES } from '../../../shared/messages/versions.ts'
import type { ChangeCounts } from '../../../shared/model/versions.ts'
import { formatCount } from '../../format.ts'
import styles from './change-figures.module.css'

/** Kinds that are told even when there is none of them. */
const ALWAYS: readonly (keyof ChangeCounts)[] = ['added', 'removed', 'reworded', 'unchanged']

/** How many indicators there are of each kind of change. */
export function ChangeFigures({ counts }: { readonly counts: ChangeCounts }) {
  const kinds = CHANGE_KINDS.filter(kind => counts[kind] > 0 || ALWAYS.includes(kind))
  return (
    <dl className={styles.figures}>
      {kinds.map(kind => (
        <div key={kind} className={styles.figure}>
          <dt className={styles.name}>{CHANGE_NAMES[kind]}</dt>
          <dd className={styles.count}>{formatCount(counts[kind])}</dd>
        </div>
      ))}
    </dl>
  )
}
