import type { CheckReport } from '../../../shared/model/check.ts'
import { Paged } from '../../ui/paged.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './indicator-preview.module.css'

type CheckedIndicator = CheckReport['indicators'][number]

interface IndicatorPreviewProps {
  readonly indicators: readonly CheckedIndicator[]
}

const PER_PAGE = 25

const COLUMNS: readonly Column<CheckedIndicator>[] = [
  {
    id: 'code',
    heading: 'Code',
    cell: indicator => indicator.code,
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
      <Paged what="indicators" items={indicators} perPage={PER_PAGE}>
        {shown => (
          <Table
            caption="Indicators in the file"
            columns={COLUMNS}
            rows={shown}
            rowKey={indicator => String(indicator.row)}
          />
        )}
      </Paged>
    </div>
  )
}
