import { useCallback, useEffect, useState } from 'react'
import type { HistoryStep, RatingBehind } from '../../../../shared/model/provenance.ts'
import type { Criterion } from '../../../../shared/model/vocabulary.ts'
import { LOADING, type Loadable, settle } from '../../../stores/loadable.ts'
import { useClient } from '../../../stores/services.tsx'
import { useResults, useWorkbookId } from '../../../stores/workbook-context.tsx'

/** The ratings that the figures of one criterion of an indicator rest on, in the scope that is shown. */
export function useRatingsBehind(indicator: string, criterion: Criterion) {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const [ratings, setRatings] = useState<Loadable<readonly RatingBehind[]>>(LOADING)
  const read = useCallback(async () => {
    setRatings(await settle(client.provenance.behind({ workbook, ...scope, indicator, criterion })))
  }, [client, workbook, scope, indicator, criterion])
  useEffect(() => void read(), [read])
  return { ratings, read }
}

/** Everything that was recorded about the answer that a rating belongs to. */
export function useHistory(rating: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [history, setHistory] = useState<Loadable<readonly HistoryStep[]>>(LOADING)
  const read = useCallback(async () => {
    setHistory(await settle(client.provenance.history({ workbook, rating })))
  }, [client, workbook, rating])
  useEffect(() => void read(), [read])
  return { history, read }
}
