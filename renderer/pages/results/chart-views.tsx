import { type ReactNode, useMemo, useState } from 'react'
import type { Chart, ChartMaterial } from '../../../shared/charts/chart.ts'
import { HEAT_FIGURES, type HeatFigure } from '../../../shared/charts/heat-map/cells.ts'
import { heatMap } from '../../../shared/charts/heat-map/heat-map.ts'
import { answersByIndicator } from '../../../shared/charts/likert/answers.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import type { ChartChoice } from '../../../shared/model/chart.ts'
import type { IndicatorResult, Results } from '../../../shared/model/results.ts'
import { scaleOf } from '../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { routes } from '../../routes.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Select } from '../../ui/select.tsx'
import { CHART_ORDER_NAMES, CHART_ORDERS, type ChartOrder, inChartOrder } from './chart-order.ts'
import styles from './chart-views.module.css'
import { useShown } from './use-shown.ts'

interface ChartViewProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

/** More rows than this are shown page by page: a longer picture fits no page and no slide. */
const ROWS_PER_PAGE = 110

const CRITERION_OPTIONS = CRITERIA.map(value => ({ value, label: CRITERION_NAMES[value] }))
const ORDER_OPTIONS = CHART_ORDERS.map(value => ({ value, label: CHART_ORDER_NAMES[value] }))
const FIGURE_LABELS: Readonly<Record<HeatFigure, string>> = {
  favourable: 'Favourable share',
  median: 'Median',
}
const FIGURE_OPTIONS = HEAT_FIGURES.map(value => ({ value, label: FIGURE_LABELS[value] }))

interface ChoosersProps {
  readonly criterion: Criterion
  readonly onCriterion: (criterion: Criterion) => void
  readonly order: ChartOrder
  readonly onOrder: (order: ChartOrder) => void
  readonly children?: ReactNode
}

function Choosers({ criterion, onCriterion, order, onOrder, children }: ChoosersProps) {
  return (
    <div className={styles.choosers}>
      <Select
        label="Criterion"
        options={CRITERION_OPTIONS}
        value={criterion}
        onChange={onCriterion}
      />
      {children}
      <Select label="Order" options={ORDER_OPTIONS} value={order} onChange={onOrder} />
    </div>
  )
}

interface RowChartProps {
  readonly chartOf: (indicators: readonly IndicatorResult[]) => Chart
  readonly choiceOf: (indicators: readonly string[]) => ChartChoice
  readonly indicators: readonly IndicatorResult[]
  readonly name: string
}

/** A chart with a row for each of some indicators; each name leads to the indicator. */
function RowChart({ chartOf, choiceOf, indicators, name }: RowChartProps) {
  const workbook = useWorkbookId()
  const chart = useMemo(() => chartOf(indicators), [chartOf, indicators])
  const codes = new Map(indicators.map(({ id, code }) => [id, code]))
  return (
    <ChartFigure
      chart={chart}
      choice={choiceOf(indicators.map(({ id }) => id))}
      name={name}
      linkOf={id => routes.indicatorResults(workbook, codes.get(id) ?? '')}
    />
  )
}

/** The indicators that are left, in the chosen order, a page of them at a time. */
function PagedRowChart(props: RowChartProps) {
  const { indicators, ...rest } = props
  if (indicators.length === 0) return <p>No indicator is left under these choices.</p>
  return (
    <Paged what="indicators" items={indicators} perPage={ROWS_PER_PAGE}>
      {page => <RowChart {...rest} indicators={page} />}
    </Paged>
  )
}

function useMaterial({ info, results }: ChartViewProps): ChartMaterial {
  return useMemo(() => ({ results, scale: scaleOf(info.scale) }), [info.scale, results])
}

/** How many chose each level, indicator by indicator. */
export function AnswersView(props: ChartViewProps) {
  const material = useMaterial(props)
  const { shown } = useShown(props.results)
  const [criterion, setCriterion] = useState<Criterion>('usefulness')
  const [order, setOrder] = useState<ChartOrder>('framework')
  const indicators = useMemo(() => inChartOrder(shown, order, criterion), [shown, order, criterion])
  const chartOf = useMemo(
    () => (page: readonly IndicatorResult[]) => answersByIndicator(material, criterion, page),
    [material, criterion],
  )
  return (
    <>
      <Choosers {...{ criterion, order }} onCriterion={setCriterion} onOrder={setOrder} />
      <PagedRowChart
        chartOf={chartOf}
        choiceOf={ids => ({ kind: 'answers', criterion, indicators: [...ids] })}
        indicators={indicators}
        name={`${props.info.title} ${criterion} answers`}
      />
    </>
  )
}

/** What each group makes of each indicator. */
export function GroupsView(props: ChartViewProps) {
  const material = useMaterial(props)
  const { shown } = useShown(props.results)
  const [criterion, setCriterion] = useState<Criterion>('usefulness')
  const [order, setOrder] = useState<ChartOrder>('framework')
  const [figure, setFigure] = useState<HeatFigure>('favourable')
  const indicators = useMemo(() => inChartOrder(shown, order, criterion), [shown, order, criterion])
  const chartOf = useMemo(
    () => (page: readonly IndicatorResult[]) => heatMap(material, { criterion, figure }, page),
    [material, criterion, figure],
  )
  return (
    <>
      <Choosers {...{ criterion, order }} onCriterion={setCriterion} onOrder={setOrder}>
        <Select label="Figure" options={FIGURE_OPTIONS} value={figure} onChange={setFigure} />
      </Choosers>
      <PagedRowChart
        chartOf={chartOf}
        choiceOf={ids => ({ kind: 'groups', criterion, figure, indicators: [...ids] })}
        indicators={indicators}
        name={`${props.info.title} ${criterion} by group`}
      />
    </>
  )
}
