import { type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import { SortDownIcon, SortNoneIcon, SortUpIcon } from './icons.tsx'
import { orderRows, type Sort, type SortValue, toggled } from './sort-rows.ts'
import styles from './table.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** One column; `sortBy` makes its heading sort, and null sorts last either way. */
export interface Column<Row> {
  readonly id: string
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  readonly sortBy?: (row: Row) => SortValue
  readonly align?: 'start' | 'end'
  /** The column that says which row this is; it becomes the row's heading. */
  readonly isRowHeading?: boolean
  /** A CSS width, such as `12rem`; as wide as its content needs when left out. */
  readonly width?: string
}

export interface TableProps<Row> {
  /** What the table is about: read out, and not shown when the page's heading says it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Marks the row whose details are shown elsewhere on the page. */
  readonly isCurrent?: (row: Row) => boolean
  readonly initialSort?: Sort
}

interface HeadingProps {
  readonly column: Column<never>
  readonly sort: Sort | null
  readonly onSort: (sort: Sort) => void
}

function SortMark({ direction }: { readonly direction: Sort['direction'] | null }) {
  if (direction === null) return <SortNoneIcon size={16} />
  return direction === 'ascending' ? <SortUpIcon size={16} /> : <SortDownIcon size={16} />
}

function ColumnHeading({ column, sort, onSort }: HeadingProps) {
  const direction = sort?.column === column.id ? sort.direction : null
  const align = column.align === 'end' ? styles.end : undefined
  if (!column.sortBy) {
    return (
      <th scope="col" className={classNames(styles.plain, align)} style={{ width: column.width }}>
        {column.heading}
      </th>
    )
  }
  return (
    <th
      scope="col"
      className={align}
      aria-sort={direction ?? 'none'}
      style={{ width: column.width }}
    >
      <button
        type="button"
        className={classNames(styles.sort, direction && styles.sorted)}
        onClick={() => onSort(toggled(sort, column.id))}
      >
        {column.heading}
        <SortMark direction={direction} />
      </button>
    </th>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const align = column.align === 'end' ? styles.end : undefined
  if (column.isRowHeading) {
    return (
      <th scope="row" className={classNames(styles.rowHeading, align)}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td className={align}>
      <span className={styles.label} aria-hidden="true">
        {column.heading}
      </span>
      {column.cell(row)}
    </td>
  )
}

/**
 * A table to read and sort. On a narrow window each row becomes a block with its own labels, so that
 * nothing has to be scrolled sideways.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, isCurrent, initialSort } = props
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null)
  const sorted = columns.find(column => column.id === sort?.column)
  const ordered = orderRows(rows, sorted?.sortBy, sort?.direction ?? 'ascending')
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {columns.map(column => (
            <ColumnHeading key={column.id} column={column} sort={sort} onSort={setSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {ordered.map(row => (
          <tr key={rowKey(row)} className={isCurrent?.(row) ? styles.current : undefined}>
            {columns.map(column => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
