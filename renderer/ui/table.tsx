import { useState } from 'react'
import { classNames } from './class-names.ts'
import { orderRows, type Sort } from './sort-rows.ts'
import styles from './table.module.css'
import type { Column } from './table-column.ts'
import { TableHead } from './table-head.tsx'
import { TableSort } from './table-sort.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

export type { Column } from './table-column.ts'

export interface TableProps<Row> {
  /** What the table is about: read out, and not shown when the page's heading says it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly initialSort?: Sort
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { heading, group, isRowHeading, isExtra, isApart, cell } = column
  const align = column.align === 'end' && styles.end
  if (isRowHeading) {
    return (
      <th scope="row" className={classNames(styles.rowHeading, align)}>
        {cell(row)}
      </th>
    )
  }
  return (
    <td className={classNames(align, isApart && styles.apart, isExtra && styles.extra)}>
      <span className={styles.label} aria-hidden="true">
        {group === undefined ? heading : `${group}: ${heading.toLowerCase()}`}
      </span>
      {cell(row)}
    </td>
  )
}

/**
 * A table to read and sort. On a narrow window each row becomes a block with its own labels, so that
 * nothing has to be scrolled sideways.
 */
export function Table<Row>({ caption, columns, rows, rowKey, initialSort }: TableProps<Row>) {
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null)
  const sorted = columns.find(column => column.id === sort?.column)
  const ordered = orderRows(rows, sorted?.sortBy, sort?.direction ?? 'ascending')
  const headings = columns.map(column => ({ ...column, sorts: column.sortBy !== undefined }))
  const sortable = columns.filter(column => column.sortBy !== undefined)
  return (
    <>
      {sortable.length > 1 && rows.length > 1 && (
        <TableSort columns={sortable} sort={sort} onSort={setSort} />
      )}
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <TableHead headings={headings} sort={sort} onSort={setSort} />
        <tbody>
          {ordered.map(row => (
            <tr key={rowKey(row)}>
              {columns.map(column => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
