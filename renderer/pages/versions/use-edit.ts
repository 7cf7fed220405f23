import { useState } from 'react'
import type { IndicatorEdit } from '../../../shared/model/versions.ts'
import type { Problem } from '../../host/problem.ts'
import { settle } from '../../stores/loadable.ts'
import { useClient } from '../../stores/services.tsx'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'

/** Changes one indicator of the version that is on screen; `onDone` is called once it is stored. */
export function useEdit(against: string, onDone: () => void) {
  const client = useClient()
  const workbook = useWorkbookId()
  const refresh = useWorkbook(state => state.refreshFramework)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const edit = async (wanted: IndicatorEdit) => {
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    const stored = await settle(client.version.edit({ workbook, edit: wanted, against }))
    if (stored.state === 'ready') await refresh()
    setIsBusy(false)
    if (stored.state === 'failed') setProblem(stored.problem)
    if (stored.state === 'ready') onDone()
  }
  return { edit, isBusy, problem }
}
