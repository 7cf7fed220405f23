import { useCallback, useState } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import type { ChosenFile } from '../../../shared/host.ts'
import type { CheckOutcome, CheckReport } from '../../../shared/model/check.ts'
import { type Loadable, settle } from '../../stores/loadable.ts'
import { useServices } from '../../stores/services.tsx'

/** Where the choosing of a framework file stands. */
export type CheckStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'refused'; readonly name: string; readonly message: string }
  | { readonly at: 'checked'; readonly file: ChosenFile; readonly report: CheckReport }

function stageOf(file: ChosenFile, outcome: Loadable<CheckOutcome>): CheckStage {
  switch (outcome.state) {
    case 'loading':
      return { at: 'reading', name: file.name }
    case 'failed':
      return { at: 'refused', name: file.name, message: outcome.problem.message }
    case 'ready':
      return 'refused' in outcome.value
        ? { at: 'refused', name: file.name, message: outcome.value.refused.message }
        : { at: 'checked', file, report: outcome.value }
    default:
      return assertNever(outcome)
  }
}

/** Has a chosen or dropped file read and checked; nothing is stored by that. */
export function useCheck() {
  const { client, host } = useServices()
  const [stage, setStage] = useState<CheckStage>({ at: 'choosing' })

  const read = useCallback(
    async (name: string, get: () => Promise<ChosenFile | null>) => {
      const chosen = await settle(get())
      if (chosen.state !== 'ready') {
        const message = chosen.state === 'failed' ? chosen.problem.message : ''
        setStage({ at: 'refused', name, message })
        return
      }
      if (chosen.value === null) return
      const file = chosen.value
      setStage({ at: 'reading', name: file.name })
      setStage(stageOf(file, await settle(client.framework.check({ file: file.permit }))))
    },
    [client],
  )

  const choose = useCallback(
    () => read('The file', () => host.chooseFile('framework')),
    [read, host],
  )
  const { takeDropped } = host
  const drop = takeDropped
    ? (file: File) => {
        setStage({ at: 'reading', name: file.name })
        void read(file.name, () => takeDropped(file))
      }
    : null
  return { stage, choose, drop }
}
