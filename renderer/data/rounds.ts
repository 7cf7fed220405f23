import type { RoundUnderWay, WorkshopRound } from '../../shared/model/workshop.ts'
import { useClient } from './services.tsx'
import { type Query, useAction, useQuery } from './use-query.ts'
import { useWorkbook, useWorkbookId } from './workbook-context.tsx'

/** A text that changes with everything by which rounds, or how far people are with them, may change. */
const useRoundsRevision = (): string =>
  useWorkbook(({ revision }) =>
    [revision.rounds, revision.ratings, revision.participants, revision.discussion].join(' '),
  )

/** The rounds of a workshop, read again whenever one is opened or somebody rates. */
export function useRounds(workshop: string): Query<readonly WorkshopRound[]> {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useRoundsRevision()
  return useQuery(`${workshop} ${revision}`, () => client.round.list({ workbook, workshop }))
}

/** The workshops that are rating now, with how far their people are. */
export function useUnderWay(): Query<readonly RoundUnderWay[]> {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useRoundsRevision()
  return useQuery(revision, () => client.round.underWay({ workbook }))
}

/** Looks at the answers so far of workshops that are rating, or no longer. */
export function useLook() {
  const client = useClient()
  const workbook = useWorkbookId()
  const { problem, run } = useAction()
  const look = (workshops: readonly string[], looks: boolean) =>
    run(async () => {
      await Promise.all(workshops.map(workshop => client.round.look({ workbook, workshop, looks })))
    })
  return { problem, look }
}

/** The indicators that a workshop collected to rate again, and a way to change the list. */
export function useCollected(workshop: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useRoundsRevision()
  const { answer } = useQuery(`${workshop} ${revision}`, () =>
    client.round.collected({ workbook, workshop }),
  )
  return {
    collected: answer.state === 'ready' ? answer.value : [],
    collect: (indicator: string, collected: boolean) =>
      client.round.collect({ workbook, workshop, indicator, collected }),
  }
}
