import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { judgedAxis } from '../../../../shared/charts/judged-value.ts'
import { mapDots } from '../../../../shared/charts/priority-map/dots.ts'
import { priorityMap } from '../../../../shared/charts/priority-map/priority-map.ts'
import type { Results } from '../../../../shared/model/results.ts'
import { scaleOf } from '../../../../shared/model/scale.ts'
import type { WorkbookInfo } from '../../../../shared/model/workbook.ts'
import { ChartFigure } from '../../../charts/chart-figure.tsx'
import { PriorityMapPlot } from '../../../charts/priority-map-plot.tsx'
import { routes } from '../../../routes.ts'
import { useResultsView, useWorkbookId } from '../../../stores/workbook-context.tsx'
import { countPriorities } from '../priorities.ts'
import { PriorityFilter } from '../priority-filter.tsx'
import { useShown } from '../use-shown.ts'
import { ChosenList } from './chosen-list.tsx'
import { CoverageBar } from './coverage-bar.tsx'
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
            onOpen={({ code }) => go(routes.indicatorResults(workbook, code))}
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
