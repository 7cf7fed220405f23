import { useState } from 'react'
import { classNames } from '../class-names.ts'
import { SortDownIcon, SortUpIcon } from '../icons.tsx'
import { Button } from '../input/button.tsx'
import { Select } from '../input/choice.tsx'
import { VisuallyHidden } from '../layout/visually-hidden.tsx'
import { type Column, orderRows, type Sort } from './column.ts'
import styles from './table.module.css'
import { rowCountOf, TableBody } from './table-body.tsx'
import { TableHead } from './table-head.tsx'

export type { Column } from './column.ts'

export interface TableProps<Row> {
  /** The subject of the table: read out, and not shown where the page's heading says it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly initialSort?: Sort
  /** On a narrow window: no labels, and the last cell, a row's actions, beside the first one. */
  readonly isCompact?: boolean
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { heading, group, isRowHeading, isExtra, isApart, cell } = column
  const align = column.align === 'end' && styles.end
  if (isRowHeading) {
    return (
      <th scope="row" dir="auto" className={classNames(styles.rowHeading, align)}>
        {cell(row)}
      </th>
    )
  }
  return (
    <td dir="auto" className={classNames(align, isApart && styles.apart, isExtra && styles.extra)}>
      <span className={styles.label} aria-hidden="true">
        {group === undefined ? heading : `${group}: ${heading.toLowerCase()}`}
      </span>
      {cell(row)}
    </td>
  )
}

/**
 * A table to read and sort. On a narrow window each row becomes a block with its own labels, so that
 * nothing has to be scrolled sideways. Of a long table only the rows near the window are drawn.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, initialSort, isCompact = false } = props
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null)
  const sorted = columns.find(column => column.id === sort?.column)
  const ordered = orderRows(rows, sorted?.sortBy, sort?.direction ?? 'ascending')
  const headings = columns.map(column => ({ ...column, sorts: column.sortBy !== undefined }))
  const headRows = columns.some(({ group }) => group !== undefined) ? 2 : 1
  const sortable = columns.filter(column => column.sortBy !== undefined)
  return (
    <>
      {sortable.length > 1 && rows.length > 1 && (
        <TableSort columns={sortable} sort={sort} onSort={setSort} />
      )}
      <table
        className={classNames(styles.table, isCompact && styles.compact)}
        aria-rowcount={rowCountOf({ rows, headRows })}
      >
        <caption>
          <VisuallyHidden>
            <bdi>{caption}</bdi>
          </VisuallyHidden>
        </caption>
        <TableHead headings={headings} sort={sort} onSort={setSort} />
        <TableBody
          rows={ordered}
          rowKey={rowKey}
          columns={columns.length}
          headRows={headRows}
          cells={row => columns.map(column => <Cell key={column.id} column={column} row={row} />)}
        />
      </table>
    </>
  )
}

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
function TableSort({ columns, sort, onSort }: TableSortProps) {
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
