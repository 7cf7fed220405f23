import { formatCount } from '../../../../shared/messages/figures.ts'
import { PRIORITY_NAMES, PRIORITY_WORDS } from '../../../../shared/messages/rules.ts'
import { ENOUGH_ANSWERS, type Results } from '../../../../shared/model/results.ts'
import { type Scale, scaleOf } from '../../../../shared/model/scale.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../../shared/model/workbook.ts'
import { DistributionLegend } from '../../../charts/distribution-bar.tsx'
import { PriorityMark } from '../../../charts/priority-mark.tsx'
import type { PriorityChoice } from '../../../data/results-store.ts'
import { useResultsView, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Row } from '../../../ui/layout/stack.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { countPriorities, type PriorityCount, useShown } from '../shown-indicators.ts'
import styles from './all-results.module.css'
import { resultColumns } from './result-columns.tsx'

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
      <Row gap={[2, 4]} align="center" justify="between" wrap>
        <PriorityFilter
          counts={countPriorities(inPlace)}
          chosen={chosen}
          onChoose={priority => narrow({ priority })}
        />
        {isPriority && <p className={styles.meaning}>{PRIORITY_WORDS[chosen]}</p>}
        <AnswersLegend scale={scale} />
      </Row>
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

interface PriorityFilterProps {
  readonly counts: readonly PriorityCount[]
  readonly chosen: PriorityChoice
  readonly onChoose: (choice: PriorityChoice) => void
}

const WITHOUT_PRIORITY = 'without answers enough for one'

/** The number of indicators with each priority; a press lists only those, a second one all again. */
export function PriorityFilter({ counts, chosen, onChoose }: PriorityFilterProps) {
  const shown = counts.filter(
    ({ priority, count }) => priority !== null || count > 0 || chosen === null,
  )
  return (
    <fieldset className={styles.filter}>
      <legend className={styles.legend}>Priorities</legend>
      {shown.map(({ priority, count }) => {
        const isChosen = chosen === priority
        return (
          <button
            key={priority ?? WITHOUT_PRIORITY}
            type="button"
            className={styles.choice}
            aria-pressed={isChosen}
            onClick={() => onChoose(isChosen ? 'all' : priority)}
          >
            {priority && <PriorityMark priority={priority} />}
            <span>
              <strong>{formatCount(count)}</strong>{' '}
              {priority ? PRIORITY_NAMES[priority].toLowerCase() : WITHOUT_PRIORITY}
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}

/** The legend of the bars on one line: the levels, and the names of both ends. */
function AnswersLegend({ scale }: { readonly scale: Scale }) {
  const called = (end: 0 | -1) =>
    CRITERIA.map(criterion => scale.levels[criterion].at(end)?.label ?? '').join(' / ')
  return (
    <div className={styles.answersLegend}>
      <span>{called(0)}</span>
      <DistributionLegend
        levels={scale.levels.usefulness.map(({ value }) => ({ value, label: '' }))}
      />
      <span>{called(-1)}</span>
    </div>
  )
}
