import { useMemo, useState } from 'react'
import type { TwoRounds } from '../../../shared/charts/chart.ts'
import { movesBetweenRounds } from '../../../shared/charts/rounds/moves.ts'
import type { IndicatorResult, Results } from '../../../shared/model/results.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { routes } from '../../routes.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PeopleIcon } from '../../ui/icons.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { CriterionChooser } from './chart-choosers.tsx'
import { PagedRowChart } from './row-chart.tsx'
import { useShown } from './use-shown.ts'
import { useTwoRounds } from './use-two-rounds.ts'

interface RoundsViewProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

function OneRound() {
  const workbook = useWorkbookId()
  return (
    <EmptyState
      heading="There is one round so far"
      actions={
        <LinkButton href={routes.workshops(workbook)} icon={<PeopleIcon />}>
          Go to the workshops
        </LinkButton>
      }
    >
      <p>
        Open another round on the page of a workshop, for all indicators or for some. Here you then
        see who moved, in counts.
      </p>
    </EmptyState>
  )
}

interface MovesProps extends RoundsViewProps {
  readonly rounds: TwoRounds
}

function Moves({ info, results, rounds }: MovesProps) {
  const { shown } = useShown(results)
  const [criterion, setCriterion] = useState<Criterion>('usefulness')
  const { from, to } = rounds.moved
  const again = useMemo(() => {
    const rated = new Set(rounds.moved.indicators.map(({ id }) => id))
    return shown.filter(({ id }) => rated.has(id))
  }, [shown, rounds])
  const chartOf = useMemo(
    () => (page: readonly IndicatorResult[]) =>
      movesBetweenRounds({ results }, rounds, criterion, page),
    [results, rounds, criterion],
  )
  return (
    <>
      <CriterionChooser criterion={criterion} onCriterion={setCriterion} />
      <PagedRowChart
        chartOf={chartOf}
        choiceOf={ids => ({ kind: 'rounds', criterion, from, to, indicators: [...ids] })}
        indicators={again}
        name={`${info.title} ${criterion} rounds ${from} and ${to}`}
      />
    </>
  )
}

/** The last two rounds side by side: who moved, and what came of it. */
export function RoundsView(props: RoundsViewProps) {
  const { answer, retry } = useTwoRounds(props.results)
  return (
    <Loaded from={answer} what="the rounds" onRetry={retry}>
      {rounds => ('tooFew' in rounds ? <OneRound /> : <Moves {...props} rounds={rounds} />)}
    </Loaded>
  )
}
