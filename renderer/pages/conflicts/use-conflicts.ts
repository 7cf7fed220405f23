import { useCallback, useEffect, useState } from 'react'
import type { ConflictList } from '../../../shared/model/conflict.ts'
import { LOADING, type Loadable, refreshed, settle } from '../../stores/loadable.ts'
import { useClient } from '../../stores/services.tsx'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'

/** The open conflicts and the settlements that hold, read again whenever ratings or people change. */
export function useConflicts() {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.participants + state.revision.ratings)
  const [conflicts, setConflicts] = useState<Loadable<ConflictList>>(LOADING)
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await settle(client.conflict.list({ workbook }))
      if (isWanted()) setConflicts(before => refreshed(before, answer))
    },
    [client, workbook],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to read.
  useEffect(() => {
    let isWanted = true
    void read(() => isWanted)
    return () => {
      isWanted = false
    }
  }, [read, revision])
  return { conflicts, retry: () => void read(() => true) }
}
