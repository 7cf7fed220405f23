import { type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import { orderRows, type Sort, type SortValue } from './sort-rows.ts'
import styles from './table.module.css'
import { TableHead } from './table-head.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** One column; `sortBy` makes its heading sort, and null sorts last either way. */
export interface Column<Row> {
  readonly id: string
  readonly heading: string
  /** Stands over neighbouring columns that have the same. */
  readonly group?: string
  readonly cell: (row: Row) => ReactNode
  readonly sortBy?: (row: Row) => SortValue
  readonly align?: 'start' | 'end'
  /** The column that says which row this is; it becomes the row's heading. */
  readonly isRowHeading?: boolean
  /** A CSS width, such as `12rem`; as wide as its content needs when left out. */
  readonly width?: string
  /** Stands a little apart from the column before it, as the first of a group. */
  readonly isApart?: boolean
  /** Left out on a narrow window, where a row's own page has it. */
  readonly isExtra?: boolean
}

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
  return (
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
  )
}
