import { useEffect, useState } from 'react'
import type { TwoRounds } from '../../../shared/charts/chart.ts'
import type { EngineClient } from '../../../shared/host.ts'
import type { Results, ResultsScope } from '../../../shared/model/results.ts'
import { LOADING, type Loadable, refreshed, settle } from '../../stores/loadable.ts'
import { useClient } from '../../stores/services.tsx'
import { useResults, useWorkbookId } from '../../stores/workbook-context.tsx'

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
export function useTwoRounds(results: Results) {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const [answer, setAnswer] = useState<Loadable<RoundsAnswer>>(LOADING)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new results and another try ask again.
  useEffect(() => {
    let isWanted = true
    void settle(readRounds(client, workbook, scope)).then(next => {
      if (isWanted) setAnswer(before => refreshed(before, next))
    })
    return () => {
      isWanted = false
    }
  }, [client, workbook, scope, results, attempt])
  return { answer, retry: () => setAttempt(before => before + 1) }
}
