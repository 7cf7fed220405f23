import { TOTAL_NAMES } from '../../../shared/messages/receipts.ts'
import type { MergePreview } from '../../../shared/model/exchange.ts'
import { formatCount } from '../../format.ts'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './before-after.module.css'

interface Row {
  readonly name: string
  readonly words: string
  readonly before: number
  readonly after: number
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'what',
    heading: 'In this workbook',
    cell: ({ words }) => words,
    isRowHeading: true,
    width: '50%',
  },
  {
    id: 'before',
    heading: 'Before',
    cell: ({ before }) => formatCount(before),
    align: 'end',
  },
  {
    id: 'after',
    heading: 'After',
    cell: ({ before, after }) =>
      before === after ? formatCount(after) : <strong>{formatCount(after)}</strong>,
    align: 'end',
  },
]

/** The workbook in numbers, before and after a merge; what changes is in bold. */
export function BeforeAfter({ before, after }: Pick<MergePreview, 'before' | 'after'>) {
  const rows = TOTAL_NAMES.map(([name, words]) => ({
    name,
    words,
    before: before[name],
    after: after[name],
  }))
  return (
    <div className={styles.totals}>
      <Table
        caption="The workbook before and after the merge"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </div>
  )
}
