import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import styles from './table.module.css'

/** Rows that are drawn, or not, together. */
const ROWS_IN_PART = 40

/** Longer tables draw only what is near the window; shorter ones are drawn whole, and found whole by the browser. */
const MOST_DRAWN_WHOLE = 400

/** The distance from the window within which parts are drawn, so that scrolling meets no gaps. */
const NEAR = '1500px 0px'

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

/** Follows whether a part is near the window, and the height that it had when it last was. */
function useNearness(body: RefObject<HTMLElement | null>, isFirst: boolean) {
  const [state, setState] = useState<{ isNear: boolean; height: number | null }>({
    isNear: isFirst,
    height: null,
  })
  useEffect(() => {
    const part = body.current
    if (!part) return
    const observer = new IntersectionObserver(
      entries => {
        const last = entries.at(-1)
        if (!last) return
        const { height } = last.boundingClientRect
        // Whoever stands in a row keeps it, however far they scroll.
        const isNear = last.isIntersecting || part.contains(document.activeElement)
        setState(before =>
          before.isNear === isNear ? before : { isNear, height: isNear ? before.height : height },
        )
      },
      { rootMargin: NEAR },
    )
    observer.observe(part)
    return () => observer.disconnect()
  }, [body])
  return state
}

/** Tells whether the page is being printed: all rows are drawn before the printer looks. */
function usePrinting(): boolean {
  const [isPrinted, setIsPrinted] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setIsPrinted(true))
    const end = () => setIsPrinted(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinted
}
