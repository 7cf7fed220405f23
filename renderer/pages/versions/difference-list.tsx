import type { ReactNode } from 'react'
import { CHANGE_NAMES } from '../../../shared/messages/versions.ts'
import type { VersionChange, VersionDifference } from '../../../shared/model/versions.ts'
import { formatCount } from '../../format.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Paged } from '../../ui/paged.tsx'
import { ChangeLine } from './change-line.tsx'
import { type ChangeGroup, groupChanges } from './changes.ts'
import styles from './difference-list.module.css'

interface DifferenceListProps {
  readonly difference: VersionDifference
  /** How many ratings each indicator has, by its id. */
  readonly ratings?: Readonly<Record<string, number>>
  /** What can be done about a change. */
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
