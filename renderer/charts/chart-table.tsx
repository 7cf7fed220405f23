import type { CellFormat, ChartTable as Content } from '../../shared/charts/chart.ts'
import { formatCount, formatOne, formatShare, NO_FIGURE } from '../format.ts'
import { type Column, Table } from '../ui/table.tsx'

type Row = Content['rows'][number]
type Cell = Row['cells'][number]

const WORDS: Readonly<Record<CellFormat, (cell: Cell) => string>> = {
  text: cell => String(cell ?? NO_FIGURE),
  count: cell => (typeof cell === 'number' ? formatCount(cell) : NO_FIGURE),
  share: cell => formatShare(typeof cell === 'number' ? cell : null),
  one: cell => formatOne(typeof cell === 'number' ? cell : null),
}

const columnsOf = ({ columns }: Content): readonly Column<Row>[] =>
  columns.map(({ heading, format }, index) => {
    const cellOf = ({ cells }: Row) => cells[index] ?? null
    return {
      id: heading,
      heading,
      cell: row => WORDS[format](cellOf(row)),
      sortBy: cellOf,
      ...(index === 0 ? { isRowHeading: true } : {}),
      ...(format === 'text' ? {} : { align: 'end' as const }),
    }
  })

interface ChartTableProps {
  readonly caption: string
  readonly table: Content
}

/** Every figure of a chart, to read and sort. */
export function ChartTable({ caption, table }: ChartTableProps) {
  return (
    <Table
      caption={caption}
      columns={columnsOf(table)}
      rows={table.rows}
      rowKey={({ key }) => key}
    />
  )
}
