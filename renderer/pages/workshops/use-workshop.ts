import { useCallback, useEffect, useState } from 'react'
import type { ParticipantProgress } from '../../../shared/model/workshop.ts'
import { LOADING, type Loadable, refreshed, toLoadable } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'

/** The participants of workshops with their progress, by the workshop's id. */
export type People = ReadonlyMap<string, readonly ParticipantProgress[]>

/** Tests whether a participant is finished with everything that they are asked for. */
export const isDone = ({ standing }: ParticipantProgress): boolean => standing === 'finished'

/** The participants of these workshops, read again whenever someone joins or rates. */
export function usePeople(workshops: readonly string[]) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(
    state => state.revision.participants + state.revision.ratings + state.revision.rounds,
  )
  const [people, setPeople] = useState<Loadable<People>>(LOADING)
  const ids = workshops.join(' ')
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const wanted = ids === '' ? [] : ids.split(' ')
      const lists = wanted.map(async workshop => {
        const list = await client.participant.list({ workbook, workshop })
        return [workshop, list] as const
      })
      const answer = await toLoadable(Promise.all(lists).then(entries => new Map(entries)))
      if (isWanted()) setPeople(before => refreshed(before, answer))
    },
    [client, workbook, ids],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is the reason to read.
  useEffect(() => {
    let isWanted = true
    void read(() => isWanted)
    return () => {
      isWanted = false
    }
  }, [read, revision])
  return { people, retry: () => void read(() => true) }
}
