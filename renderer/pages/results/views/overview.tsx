import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type Coverage, coverageOf } from '../../../../shared/charts/basis.ts'
import { judgedAxis, mapDots } from '../../../../shared/charts/priority-map/dots.ts'
import { priorityMap } from '../../../../shared/charts/priority-map/priority-map.ts'
import { ANSWER_LABELS } from '../../../../shared/messages/exports.ts'
import { counted, formatCount, formatShare } from '../../../../shared/messages/figures.ts'
import { otherWordsAmong } from '../../../../shared/messages/results.ts'
import { type IndicatorResult, otherWords, type Results } from '../../../../shared/model/results.ts'
import { type Scale, scaleOf } from '../../../../shared/model/scale.ts'
import type { WorkbookInfo } from '../../../../shared/model/workbook.ts'
import { routes } from '../../../app/routes.ts'
import { ChartFigure } from '../../../charts/chart-figure.tsx'
import { PriorityMapPlot } from '../../../charts/priority-map.tsx'
import { useResultsView, useWorkbookId } from '../../../data/workbook-context.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { CloseIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { countPriorities, nameInAddress, useShown } from '../shown-indicators.ts'
import { PriorityFilter } from './all-results.tsx'
import styles from './overview.module.css'
import { resultColumns } from './result-columns.tsx'
import { SetAgreementFigures } from './set-agreement.tsx'

interface OverviewProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

const NOBODY: ReadonlySet<string> = new Set()

/** The state of things at a glance: how much is answered, what a room agrees on, and where each stands. */
export function Overview({ info, results }: OverviewProps) {
  const workbook = useWorkbookId()
  const [, go] = useLocation()
  const priority = useResultsView(state => state.filter.priority)
  const narrow = useResultsView(state => state.narrow)
  const { inPlace, shown } = useShown(results)
  const [chosen, setChosen] = useState(NOBODY)
  const scale = useMemo(() => scaleOf(info.scale), [info.scale])
  const axis = useMemo(() => judgedAxis(results.ruleUsed, scale.length), [results, scale])
  const chart = useMemo(() => priorityMap({ results, scale }, shown), [results, scale, shown])
  const dots = useMemo(() => mapDots(shown, axis), [shown, axis])
  const isPart = shown.length < results.indicators.length
  return (
    <>
      <CoverageBar indicators={inPlace} />
      <OtherWordsHint indicators={inPlace} />
      <PriorityFilter
        counts={countPriorities(inPlace)}
        chosen={priority}
        onChoose={choice => narrow({ priority: choice })}
      />
      <ChartFigure
        chart={chart}
        choice={{
          kind: 'priority-map',
          ...(isPart && { indicators: shown.map(({ id }) => id) }),
        }}
        name={`${info.title} priority map`}
      >
        {width => (
          <PriorityMapPlot
            dots={dots}
            axis={axis}
            width={width}
            chosen={chosen}
            onChoose={setChosen}
            onOpen={({ id }) => {
              const opened = shown.find(one => one.id === id)
              if (opened) go(routes.results(workbook, nameInAddress(opened)))
            }}
          />
        )}
      </ChartFigure>
      <ChosenList
        indicators={shown.filter(({ id }) => chosen.has(id))}
        scale={scale}
        onClear={() => setChosen(NOBODY)}
      />
      <SetAgreementFigures />
    </>
  )
}

/** The parts of the bar, in the order in which they stand in it. */
const PARTS = [
  { part: 'levels', label: 'Chose a level' },
  { part: 'dontKnow', label: ANSWER_LABELS.dont_know },
  { part: 'notApplicable', label: ANSWER_LABELS.not_applicable },
  { part: 'missing', label: 'No answer' },
] as const satisfies readonly { readonly part: keyof Coverage; readonly label: string }[]

interface CoverageBarProps {
  readonly indicators: readonly IndicatorResult[]
}

/** The share of all possible questions that were answered, and the outcome of the others. */
function CoverageBar({ indicators }: CoverageBarProps) {
  const coverage = coverageOf([...indicators])
  const { possible, missing } = coverage
  if (possible === 0) return null
  return (
    <section className={styles.coverage} aria-label="Coverage">
      <p>
        <strong>{formatShare((possible - missing) / possible)}</strong> of {formatCount(possible)}{' '}
        questions answered
      </p>
      <div className={styles.bar} aria-hidden="true">
        {PARTS.map(({ part }) => (
          <span
            key={part}
            className={classNames(styles.part, styles[part])}
            style={{ flexGrow: coverage[part] }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {PARTS.map(({ part, label }) => (
          <li key={part}>
            <span className={classNames(styles.swatch, styles[part])} />
            {label} <span className={styles.count}>{formatCount(coverage[part])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Says of how many indicators some answers saw other words; the table names them. */
function OtherWordsHint({ indicators }: CoverageBarProps) {
  const workbook = useWorkbookId()
  const count = indicators.filter(one => otherWords(one).answers > 0).length
  if (count === 0) return null
  return (
    <p>
      {otherWordsAmong(count)}{' '}
      <Link href={routes.resultsView(workbook, 'table')}>The table marks them</Link>
    </p>
  )
}

interface ChosenListProps {
  readonly indicators: readonly IndicatorResult[]
  readonly scale: Scale
  readonly onClear: () => void
}

/** The indicators that were chosen on the map, to read and to open; how to choose, while there are none. */
function ChosenList({ indicators, scale, onClear }: ChosenListProps) {
  const workbook = useWorkbookId()
  if (indicators.length === 0) {
    return (
      <p className={styles.hint}>
        Draw a frame around dots to list them here, or press Space on a dot. Enter opens one.
      </p>
    )
  }
  return (
    <Stack as="section" gap={2}>
      <Row gap={3} align="center" justify="between" wrap>
        <h2 role="status">{counted(indicators.length, 'indicator', 'indicators')} chosen</h2>
        <Button variant="quiet" icon={<CloseIcon />} onPress={onClear}>
          Clear the choice
        </Button>
      </Row>
      <Table
        caption="Results for the indicators chosen on the map"
        columns={resultColumns(workbook, scale)}
        rows={indicators}
        rowKey={({ id }) => id}
      />
    </Stack>
  )
}
