import type { ReactNode } from 'react'
import { formatCount } from '../../../shared/messages/figures.ts'
import { CHANGE_KINDS, CHANGE_NAMES, kindsOf } from '../../../shared/messages/framework.ts'
import type {
  ChangeCounts,
  VersionChange,
  VersionDifference,
} from '../../../shared/model/framework.ts'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { ChangeLine } from './change-line.tsx'
import styles from './difference-list.module.css'

interface DifferenceListProps {
  readonly difference: VersionDifference
  /** The number of ratings of each indicator, by its id. */
  readonly ratings?: Readonly<Record<string, number>>
  /** Renders the action on a change. */
  readonly action?: (change: VersionChange) => ReactNode
}

const PER_PAGE = 20

function Group({
  group: { kind, changes },
  ratings = {},
  action,
}: Omit<DifferenceListProps, 'difference'> & { readonly group: ChangeGroup }) {
  return (
    <Disclosure
      level={3}
      defaultExpanded
      summary={CHANGE_NAMES[kind]}
      note={formatCount(changes.length)}
    >
      <Paged
        what={`${CHANGE_NAMES[kind].toLowerCase()} indicators`}
        items={changes}
        perPage={PER_PAGE}
      >
        {shown => (
          <ul className={styles.changes}>
            {shown.map(change => (
              <ChangeLine
                key={change.indicator}
                kind={kind}
                change={change}
                ratings={ratings[change.indicator] ?? 0}
                action={action?.(change)}
              />
            ))}
          </ul>
        )}
      </Paged>
    </Disclosure>
  )
}

/** Every change by kind, each with what was and what is. */
export function DifferenceList({ difference, ...rest }: DifferenceListProps) {
  const groups = groupChanges(difference.changes)
  return (
    <div className={styles.groups}>
      {groups.map(group => (
        <Group key={group.kind} group={group} {...rest} />
      ))}
    </div>
  )
}

/** Kinds that are told even when there is none of them. */
const ALWAYS: readonly (keyof ChangeCounts)[] = ['added', 'removed', 'reworded', 'unchanged']

/** The number of indicators with each kind of change. */
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

/** The changes of one kind. */
interface ChangeGroup {
  readonly kind: keyof ChangeCounts
  readonly changes: readonly VersionChange[]
}

/** Changes by kind, those that happened; one indicator stands under each kind that it is of. */
function groupChanges(changes: readonly VersionChange[]): readonly ChangeGroup[] {
  return CHANGE_KINDS.map(kind => ({
    kind,
    changes: changes.filter(change => kindsOf(change).includes(kind)),
  })).filter(group => group.changes.length > 0)
}
