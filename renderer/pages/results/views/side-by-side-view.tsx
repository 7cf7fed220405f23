import { useMemo, useState } from 'react'
import { heatMapOfParts } from '../../../../shared/charts/heat-map/parts.ts'
import type { HeatFigure } from '../../../../shared/model/exports.ts'
import type {
  Comparison,
  ComparisonScope,
  IndicatorResult,
  Results,
} from '../../../../shared/model/results.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../../shared/model/workbook.ts'
import { useClient } from '../../../data/services.tsx'
import { useQuery } from '../../../data/use-query.ts'
import { useResults, useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { Checkbox } from '../../../ui/input/checkbox.tsx'
import { Select } from '../../../ui/input/choice.tsx'
import { Row } from '../../../ui/layout/stack.tsx'
import { COMPARED } from '../choosers.tsx'
import { groupsOf } from '../scope-panel.tsx'
import { useShown } from '../shown-indicators.ts'
import styles from './all-results.module.css'
import { CriterionChooser, FIGURE_OPTIONS, PagedRowChart, useMaterial } from './chart-views.tsx'

interface SideBySideViewProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

type By = ComparisonScope['by']

/** Workshops, wordings or rounds side by side over all indicators, of the groups that are ticked. */
export function SideBySideView(props: SideBySideViewProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const revision = useWorkbook(state => state.revision.ratings)
  const [by, setBy] = useState<By>('workshop')
  const [criterion, setCriterion] = useState<Criterion>('usefulness')
  const [figure, setFigure] = useState<HeatFigure>('favourable')
  const { answer, retry } = useQuery(`${by} ${revision} ${JSON.stringify(scope)}`, () =>
    client.results.compare({ workbook, ...scope, by }),
  )
  return (
    <>
      <CriterionChooser criterion={criterion} onCriterion={setCriterion}>
        <Select label="Side by side" options={COMPARED} value={by} onChange={setBy} />
        <Select label="Figure" options={FIGURE_OPTIONS} value={figure} onChange={setFigure} />
      </CriterionChooser>
      <GroupTicks />
      <Loaded from={answer} what="the comparison" onRetry={retry}>
        {comparison => <Parts {...props} {...{ comparison, criterion, figure }} />}
      </Loaded>
    </>
  )
}

interface PartsProps extends SideBySideViewProps {
  readonly comparison: Comparison
  readonly criterion: Criterion
  readonly figure: HeatFigure
}

function Parts({ comparison, criterion, figure, ...props }: PartsProps) {
  const material = useMaterial(props)
  const { shown } = useShown(props.results)
  const chartOf = useMemo(
    () => (page: readonly IndicatorResult[]) =>
      heatMapOfParts(material, comparison, { criterion, figure }, page),
    [material, comparison, criterion, figure],
  )
  return (
    <PagedRowChart
      chartOf={chartOf}
      indicators={shown}
      name={`${props.info.title} ${criterion} side by side`}
    />
  )
}

/** The groups whose answers are counted, any number of them at once; none ticked counts all. */
function GroupTicks() {
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const loaded = useWorkbook(state => state.workshops)
  const groups = loaded.state === 'ready' ? groupsOf(loaded.value) : []
  const { groups: chosen = [], ...everyone } = scope
  if (groups.length < 2) return null
  const tick = (group: string, isTicked: boolean) => {
    const ticked = groups.filter(one => (one === group ? isTicked : chosen.includes(one)))
    void setScope(ticked.length === 0 ? everyone : { ...everyone, groups: ticked })
  }
  return (
    <fieldset className={styles.ticks}>
      <legend className={styles.legend}>Only these groups</legend>
      <Row gap={[1, 5]} wrap>
        {groups.map(group => (
          <Checkbox
            key={group}
            isSelected={chosen.includes(group)}
            onChange={isTicked => tick(group, isTicked)}
          >
            {group}
          </Checkbox>
        ))}
      </Row>
    </fieldset>
  )
}
