import type { IndicatorResult } from '../../../../shared/model/results.ts'
import type { Scale } from '../../../../shared/model/scale.ts'
import { counted } from '../../../format.ts'
import { useWorkbookId } from '../../../stores/workbook-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { CloseIcon } from '../../../ui/icons.tsx'
import { Table } from '../../../ui/table.tsx'
import { resultColumns } from '../result-columns.tsx'
import styles from './chosen-list.module.css'

interface ChosenListProps {
  readonly indicators: readonly IndicatorResult[]
  readonly scale: Scale
  readonly onClear: () => void
}

/** The indicators that were chosen on the map, to read and to open; how to choose, while there are none. */
export function ChosenList({ indicators, scale, onClear }: ChosenListProps) {
  const workbook = useWorkbookId()
  if (indicators.length === 0) {
    return (
      <p className={styles.hint}>
        Draw a frame around dots to list them here, or press Space on a dot. Enter opens one.
      </p>
    )
  }
  return (
    <section className={styles.chosen}>
      <div className={styles.head}>
        <h2 role="status">{counted(indicators.length, 'indicator', 'indicators')} chosen</h2>
        <Button variant="quiet" icon={<CloseIcon />} onPress={onClear}>
          Clear the choice
        </Button>
      </div>
      <Table
        caption="Results for the indicators chosen on the map"
        columns={resultColumns(workbook, scale)}
        rows={indicators}
        rowKey={({ id }) => id}
      />
    </section>
  )
}
