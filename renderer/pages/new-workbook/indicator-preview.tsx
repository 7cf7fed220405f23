import type { CheckReport } from '../../../shared/model/check.ts'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './indicator-preview.module.css'

type CheckedIndicator = CheckReport['indicators'][number]

interface IndicatorPreviewProps {
  readonly indicators: readonly CheckedIndicator[]
}

const COLUMNS: readonly Column<CheckedIndicator>[] = [
  {
    id: 'code',
    heading: 'Code',
    cell: indicator => indicator.code,
    sortBy: indicator => indicator.row,
    width: '7rem',
  },
  {
    id: 'title',
    heading: 'Indicator',
    cell: indicator => indicator.title,
    isRowHeading: true,
  },
  {
    id: 'section',
    heading: 'Section',
    cell: indicator => indicator.section.join(' › '),
    width: '32%',
  },
]

/** The indicators as they will be loaded. */
export function IndicatorPreview({ indicators }: IndicatorPreviewProps) {
  return (
    <div className={styles.preview}>
      <Table
        caption="Indicators in the file"
        columns={COLUMNS}
        rows={indicators}
        rowKey={indicator => String(indicator.row)}
      />
    </div>
  )
}
