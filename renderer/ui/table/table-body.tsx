import { type ReactNode, useRef } from 'react'
import { MOST_DRAWN_WHOLE, useNearness, usePrinting } from '../layout/near-window.ts'
import styles from './table.module.css'

/** Rows that are drawn, or not, together. */
const ROWS_IN_PART = 40

/** The height of a row before any was measured, in pixels. */
const LIKELY_HEIGHT = 72

interface TableBodyProps<Row> {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly columns: number
  /** The rows of headings above, which count among the rows of a long table. */
  readonly headRows: number
  /** Draws the cells of a row. */
  readonly cells: (row: Row) => ReactNode
}

/** The number of rows of a table of which not all are drawn; undefined where they are. */
export const rowCountOf = ({
  rows,
  headRows,
}: {
  readonly rows: readonly unknown[]
  readonly headRows: number
}): number | undefined => (rows.length > MOST_DRAWN_WHOLE ? rows.length + headRows : undefined)

/** The rows of a table; of a long one those near the window, and all of them on paper. */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { rows, rowKey, cells } = props
  if (rows.length > MOST_DRAWN_WHOLE) return <LongBody {...props} />
  return (
    <tbody>
      {rows.map(row => (
        <tr key={rowKey(row)}>{cells(row)}</tr>
      ))}
    </tbody>
  )
}

function LongBody<Row>(props: TableBodyProps<Row>) {
  const isPrinted = usePrinting()
  // A part is a place in the table, whatever rows stand there in the present order.
  const firsts = props.rows.flatMap((_, index) => (index % ROWS_IN_PART === 0 ? [index] : []))
  return firsts.map(first => <Part key={first} {...props} first={first} isPrinted={isPrinted} />)
}

interface PartProps<Row> extends TableBodyProps<Row> {
  /** The place of its first row, from 0. */
  readonly first: number
  readonly isPrinted: boolean
}

/** Some rows of a long table, drawn while they are near the window or printed; else a gap of their height. */
function Part<Row>({ rows, rowKey, columns, headRows, cells, first, isPrinted }: PartProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const { isNear, height } = useNearness(body, first === 0)
  const mine = rows.slice(first, first + ROWS_IN_PART)
  if (!isNear && !isPrinted) {
    const style = { height: height ?? mine.length * LIKELY_HEIGHT }
    return (
      <tbody ref={body} aria-hidden="true">
        <tr>
          <td colSpan={columns} className={styles.gap} style={style} />
        </tr>
      </tbody>
    )
  }
  return (
    <tbody ref={body}>
      {mine.map((row, index) => (
        <tr key={rowKey(row)} aria-rowindex={headRows + first + index + 1}>
          {cells(row)}
        </tr>
      ))}
    </tbody>
  )
}
