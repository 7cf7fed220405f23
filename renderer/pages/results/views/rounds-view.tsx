import { useEffect, useMemo, useState } from 'react'
import { movesBetweenRounds } from '../../../../shared/charts/bars/moves.ts'
import type { TwoRounds } from '../../../../shared/charts/chart.ts'
import type { EngineClient } from '../../../../shared/host.ts'
import type { IndicatorResult, Results, ResultsScope } from '../../../../shared/model/results.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../../shared/model/workbook.ts'
import { routes } from '../../../app/routes.ts'
import { LOADING, type Loadable, refreshed, toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { useResults, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { EmptyState } from '../../../ui/feedback/notice.tsx'
import { PeopleIcon } from '../../../ui/icons.tsx'
import { LinkButton } from '../../../ui/input/button.tsx'
import { useShown } from '../shown-indicators.ts'
import { CriterionChooser, PagedRowChart } from './chart-views.tsx'

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

/** Two rounds that can be compared, or how many rounds there are where there are too few. */
export type RoundsAnswer = TwoRounds | { readonly tooFew: true }

async function readRounds(
  client: EngineClient,
  workbook: string,
  scope: ResultsScope,
): Promise<RoundsAnswer> {
  const { round: _, ...others } = scope
  const compared = await client.results.compare({ workbook, ...scope, by: 'round' })
  const numbers = compared.parts.map(({ id }) => Number(id)).toSorted((one, other) => one - other)
  const [from, to] = numbers.slice(-2)
  if (from === undefined || to === undefined) return { tooFew: true }
  return { compared, moved: await client.results.moved({ workbook, ...others, from, to }) }
}

/** The last two rounds side by side, read anew whenever the results are. */
function useTwoRounds(results: Results) {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const [answer, setAnswer] = useState<Loadable<RoundsAnswer>>(LOADING)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new results and another try ask again.
  useEffect(() => {
    let isWanted = true
    void toLoadable(readRounds(client, workbook, scope)).then(next => {
      if (isWanted) setAnswer(before => refreshed(before, next))
    })
    return () => {
      isWanted = false
    }
  }, [client, workbook, scope, results, attempt])
  return { answer, retry: () => setAttempt(before => before + 1) }
}
