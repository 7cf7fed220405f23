import { useMemo } from 'react'
import type { Chart } from '../../../shared/charts/chart.ts'
import type { ChartChoice } from '../../../shared/model/chart.ts'
import type { IndicatorResult } from '../../../shared/model/results.ts'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { routes } from '../../routes.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Paged } from '../../ui/paged.tsx'

/** More rows than this are shown page by page: a longer picture fits no page and no slide. */
const ROWS_PER_PAGE = 110

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
export function PagedRowChart(props: RowChartProps) {
  const { indicators, ...rest } = props
  if (indicators.length === 0) return <p>No indicator is left under these choices.</p>
  return (
    <Paged what="indicators" items={indicators} perPage={ROWS_PER_PAGE}>
      {page => <RowChart {...rest} indicators={page} />}
    </Paged>
  )
}
