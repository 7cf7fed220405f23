import { useState } from 'react'
import { type Problem, problemOf } from '../../host/problem.ts'
import { useClient } from '../../stores/services.tsx'
import { type Asked, useAsked } from '../../stores/use-asked.ts'
import { useResults, useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { type Discussion, readDiscussion } from './read-discussion.ts'

/** A workshop's discussion, which follows what is rated, opened and marked. */
export function useDiscussion(workshop: string): Asked<Discussion> {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const about = useWorkbook(({ revision }) =>
    [revision.ratings, revision.participants, revision.rounds, revision.discussion].join(' '),
  )
  return useAsked(`${workshop} ${about}`, () => readDiscussion(client, workbook, workshop, scope))
}

/** What a facilitator does with an indicator in front of the room. */
export function useDiscussionActions(workshop: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [problem, setProblem] = useState<Problem | null>(null)
  const doing = (work: Promise<unknown>) => {
    setProblem(null)
    work.catch((error: unknown) => setProblem(problemOf(error)))
  }
  return {
    problem,
    mark: (indicator: string, discussed: boolean) =>
      doing(client.discussion.mark({ workbook, workshop, indicator, discussed })),
    rateAgain: (indicator: string) =>
      doing(client.round.open({ workbook, workshop, indicators: [indicator] })),
  }
}
