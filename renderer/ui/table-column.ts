import type { ReactNode } from 'react'
import type { SortValue } from './sort-rows.ts'

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
