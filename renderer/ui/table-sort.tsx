import { Button } from './button.tsx'
import { SortDownIcon, SortUpIcon } from './icons.tsx'
import { Select } from './select.tsx'
import type { Sort } from './sort-rows.ts'
import styles from './table.module.css'
import type { Column } from './table-column.ts'

interface TableSortProps {
  readonly columns: readonly Pick<Column<never>, 'id' | 'heading' | 'group'>[]
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
}

const DIRECTIONS = {
  ascending: { label: 'Lowest first', icon: <SortUpIcon /> },
  descending: { label: 'Highest first', icon: <SortDownIcon /> },
} as const

/** Sorts a table on a narrow window, where its headings are not in sight. */
export function TableSort({ columns, sort, onSort }: TableSortProps) {
  const direction = sort?.direction ?? 'ascending'
  const other = direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <div className={styles.sortBar}>
      <Select
        label="Sort by"
        placeholder="As they are"
        options={columns.map(({ id, heading, group }) => ({
          value: id,
          label: group === undefined ? heading : `${group}: ${heading.toLowerCase()}`,
        }))}
        value={sort?.column ?? null}
        onChange={column => onSort({ column, direction })}
      />
      {sort && (
        <Button
          icon={DIRECTIONS[direction].icon}
          onPress={() => onSort({ column: sort.column, direction: other })}
        >
          {DIRECTIONS[direction].label}
        </Button>
      )}
    </div>
  )
}
