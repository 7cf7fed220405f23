import type { ReactNode } from 'react'
import { inNameOrder } from '../../../shared/in-name-order.ts'

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

/** A value to sort rows by; null is not known, and comes last in both directions. */
export type SortValue = string | number | null

/** The column that sorts a table, and the direction. */
export interface Sort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

/** The sort after a press on a column's heading: ascending first, then the other way. */
export function toggled(sort: Sort | null, column: string): Sort {
  const wasAscending = sort?.column === column && sort.direction === 'ascending'
  return { column, direction: wasAscending ? 'descending' : 'ascending' }
}

const compare = (left: string | number, right: string | number): number =>
  typeof left === 'number' && typeof right === 'number'
    ? left - right
    : inNameOrder(String(left), String(right))

/** The rows in order; those that tie keep the order in which they came. */
export function orderRows<Row>(
  rows: readonly Row[],
  sortValue: ((row: Row) => SortValue) | undefined,
  direction: Sort['direction'],
): readonly Row[] {
  if (!sortValue) return rows
  const sign = direction === 'ascending' ? 1 : -1
  return rows.toSorted((first, second) => {
    const left = sortValue(first)
    const right = sortValue(second)
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * compare(left, right)
  })
}
