import type { WorkshopRound } from '../../../shared/model/rounds.ts'
import { useClient } from '../../stores/services.tsx'
import { type Asked, useAsked } from '../../stores/use-asked.ts'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'

/** The rounds of a workshop, read again whenever one is opened or somebody rates. */
export function useRounds(workshop: string): Asked<readonly WorkshopRound[]> {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => `${state.revision.rounds} ${state.revision.ratings}`)
  return useAsked(`${workshop} ${revision}`, () => client.round.list({ workbook, workshop }))
}
