import { useMemo, useState } from 'react'
import type { ChartMaterial } from '../../../shared/charts/chart.ts'
import { HEAT_FIGURES, type HeatFigure } from '../../../shared/charts/heat-map/cells.ts'
import { heatMap } from '../../../shared/charts/heat-map/heat-map.ts'
import { answersByIndicator } from '../../../shared/charts/likert/answers.ts'
import type { IndicatorResult, Results } from '../../../shared/model/results.ts'
import { scaleOf } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { Select } from '../../ui/select.tsx'
import { CriterionChooser, OrderChooser } from './chart-choosers.tsx'
import { type ChartOrder, inChartOrder } from './chart-order.ts'
import { PagedRowChart } from './row-chart.tsx'
import { useShown } from './use-shown.ts'

interface ChartViewProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

const FIGURE_LABELS: Readonly<Record<HeatFigure, string>> = {
  favourable: 'Favourable share',
  median: 'Median',
}
const FIGURE_OPTIONS = HEAT_FIGURES.map(value => ({ value, label: FIGURE_LABELS[value] }))

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
