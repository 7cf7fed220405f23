import { type ReactNode, useMemo, useState } from 'react'
import { answersByIndicator } from '../../../../shared/charts/bars/answers.ts'
import type { Chart, ChartMaterial } from '../../../../shared/charts/chart.ts'
import { heatMap } from '../../../../shared/charts/heat-map/heat-map.ts'
import { CRITERION_NAMES } from '../../../../shared/messages/results.ts'
import type { ChartChoice } from '../../../../shared/model/exports.ts'
import { HEAT_FIGURES, type HeatFigure } from '../../../../shared/model/exports.ts'
import type { IndicatorResult, Results } from '../../../../shared/model/results.ts'
import { scaleOf } from '../../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../../shared/model/workbook.ts'
import { routes } from '../../../app/routes.ts'
import { ChartFigure } from '../../../charts/chart-figure.tsx'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { Select } from '../../../ui/input/choice.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { orderRows, type SortValue } from '../../../ui/table/column.ts'
import { disagreementOrder, nameInAddress, useShown } from '../shown-indicators.ts'
import styles from './all-results.module.css'

interface ChartViewProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

const FIGURE_LABELS: Readonly<Record<HeatFigure, string>> = {
  favourable: 'Favourable share',
  median: 'Median',
}
/** The figures that the cells of a heat map can show. */
export const FIGURE_OPTIONS = HEAT_FIGURES.map(value => ({ value, label: FIGURE_LABELS[value] }))

/** The material of charts of these results. */
export function useMaterial({ info, results }: ChartViewProps): ChartMaterial {
  return useMemo(() => ({ results, scale: scaleOf(info.scale) }), [info.scale, results])
}

/** The distribution of answers over the levels, indicator by indicator. */
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
      <CriterionChooser criterion={criterion} onCriterion={setCriterion}>
        <OrderChooser order={order} onOrder={setOrder} />
      </CriterionChooser>
      <PagedRowChart
        chartOf={chartOf}
        choiceOf={ids => ({ kind: 'answers', criterion, indicators: [...ids] })}
        indicators={indicators}
        name={`${props.info.title} ${criterion} answers`}
      />
    </>
  )
}

/** A figure of each group for each indicator, as a heat map. */
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
      <CriterionChooser criterion={criterion} onCriterion={setCriterion}>
        <Select label="Figure" options={FIGURE_OPTIONS} value={figure} onChange={setFigure} />
        <OrderChooser order={order} onOrder={setOrder} />
      </CriterionChooser>
      <PagedRowChart
        chartOf={chartOf}
        choiceOf={ids => ({ kind: 'groups', criterion, figure, indicators: [...ids] })}
        indicators={indicators}
        name={`${props.info.title} ${criterion} by group`}
      />
    </>
  )
}

/** More rows than this are shown page by page: a longer picture fits no page and no slide. */
const ROWS_PER_PAGE = 110

interface RowChartProps {
  readonly chartOf: (indicators: readonly IndicatorResult[]) => Chart
  /** The request for a picture; left out, there is none. */
  readonly choiceOf?: (indicators: readonly string[]) => ChartChoice
  readonly indicators: readonly IndicatorResult[]
  readonly name: string
}

/** A chart with a row for each of some indicators; each name leads to the indicator. */
function RowChart({ chartOf, choiceOf, indicators, name }: RowChartProps) {
  const workbook = useWorkbookId()
  const chart = useMemo(() => chartOf(indicators), [chartOf, indicators])
  const codes = new Map(indicators.map(each => [each.id, nameInAddress(each)]))
  return (
    <ChartFigure
      chart={chart}
      choice={choiceOf?.(indicators.map(({ id }) => id)) ?? null}
      name={name}
      linkOf={id => routes.results(workbook, codes.get(id) ?? '')}
    />
  )
}

/** The indicators that are left, in the chosen order, a page of them at a time. */
export function PagedRowChart(props: RowChartProps) {
  const { indicators, ...rest } = props
  if (indicators.length === 0) return <p>No indicator is left under these choices.</p>
  return (
    <Paged what="indicators" items={indicators} perPage={ROWS_PER_PAGE}>
      {page => <RowChart {...rest} indicators={page} />}
    </Paged>
  )
}

/** The orders in which indicators stand on a chart. */
const CHART_ORDERS = ['framework', 'most favourable', 'least favourable', 'least agreed'] as const
type ChartOrder = (typeof CHART_ORDERS)[number]

/** Each order as it stands on screen. */
const CHART_ORDER_NAMES: Readonly<Record<ChartOrder, string>> = {
  framework: 'As in the framework',
  'most favourable': 'Most favourable first',
  'least favourable': 'Least favourable first',
  'least agreed': 'Least agreed first',
}

/** The indicators in an order, by one criterion; those without answers come last. */
function inChartOrder(
  indicators: readonly IndicatorResult[],
  order: ChartOrder,
  criterion: Criterion,
): readonly IndicatorResult[] {
  if (order === 'framework') return indicators
  const sortValue = ({ criteria }: IndicatorResult): SortValue =>
    order === 'least agreed'
      ? disagreementOrder(criteria[criterion])
      : criteria[criterion].favourable
  return orderRows(indicators, sortValue, order === 'most favourable' ? 'descending' : 'ascending')
}

const CRITERION_OPTIONS = CRITERIA.map(value => ({ value, label: CRITERION_NAMES[value] }))
const ORDER_OPTIONS = CHART_ORDERS.map(value => ({ value, label: CHART_ORDER_NAMES[value] }))

interface CriterionChooserProps {
  readonly criterion: Criterion
  readonly onCriterion: (criterion: Criterion) => void
  /** Further choosers, in the same row. */
  readonly children?: ReactNode
}

/** Chooses the criterion of a chart. */
export function CriterionChooser({ criterion, onCriterion, children }: CriterionChooserProps) {
  return (
    <div className={styles.choosers}>
      <Select
        label="Criterion"
        options={CRITERION_OPTIONS}
        value={criterion}
        onChange={onCriterion}
      />
      {children}
    </div>
  )
}

interface OrderChooserProps {
  readonly order: ChartOrder
  readonly onOrder: (order: ChartOrder) => void
}

/** In which order the indicators of a chart stand. */
function OrderChooser({ order, onOrder }: OrderChooserProps) {
  return <Select label="Order" options={ORDER_OPTIONS} value={order} onChange={onOrder} />
}
