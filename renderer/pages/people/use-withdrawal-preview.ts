import { useCallback, useEffect, useState } from 'react'
import type { WithdrawalPreview } from '../../../shared/model/person.ts'
import { LOADING, type Loadable, settle } from '../../stores/loadable.ts'
import { useClient } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'

/** What would go if this participant's answers were deleted. */
export function useWithdrawalPreview(participant: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [preview, setPreview] = useState<Loadable<WithdrawalPreview>>(LOADING)
  const read = useCallback(async () => {
    setPreview(await settle(client.person.withdrawalPreview({ workbook, participant })))
  }, [client, workbook, participant])
  useEffect(() => {
    void read()
  }, [read])
  return { preview, retry: () => void read() }
}
