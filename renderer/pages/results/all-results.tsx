import { PRIORITY_WORDS } from '../../../shared/messages/rules.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/few-answers.ts'
import type { Results } from '../../../shared/model/results.ts'
import { scaleOf } from '../../../shared/model/scale.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { useResultsView, useWorkbookId } from '../../stores/workbook-context.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './all-results.module.css'
import { AnswersLegend } from './answers-legend.tsx'
import { countPriorities } from './priorities.ts'
import { PriorityFilter } from './priority-filter.tsx'
import { resultColumns } from './result-columns.tsx'
import { useShown } from './use-shown.ts'

interface AllResultsProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

/** Every indicator with what to do with it, and how useful and how usable people found it. */
export function AllResults({ info, results }: AllResultsProps) {
  const id = useWorkbookId()
  const chosen = useResultsView(state => state.filter.priority)
  const narrow = useResultsView(state => state.narrow)
  const { inPlace, shown } = useShown(results)
  const scale = scaleOf(info.scale)
  const isPriority = chosen !== 'all' && chosen !== null
  return (
    <>
      <div className={styles.above}>
        <PriorityFilter
          counts={countPriorities(inPlace)}
          chosen={chosen}
          onChoose={priority => narrow({ priority })}
        />
        {isPriority && <p className={styles.meaning}>{PRIORITY_WORDS[chosen]}</p>}
        <AnswersLegend scale={scale} />
      </div>
      <Table
        caption="Results for each indicator"
        columns={resultColumns(id, scale)}
        rows={shown}
        rowKey={indicator => indicator.id}
      />
      {shown.length === 0 && <p>No indicator is listed under these choices.</p>}
      <p className={styles.note}>
        Each figure rests on those who chose a level (n); results of fewer than {ENOUGH_ANSWERS} are
        marked. Of the two dots of a priority the first is usefulness and the second usability; a
        full one is consensus for it.
      </p>
    </>
  )
}
