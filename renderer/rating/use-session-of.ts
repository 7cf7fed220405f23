import { useCallback, useEffect, useState } from 'react'
import { LOADING, type Loadable } from '../stores/loadable.ts'
import { useClient } from '../stores/services.tsx'
import { openSession, type SessionPlace } from './open-session.ts'
import { useDesk } from './rating-context.tsx'
import type { RatingSession } from './rating-session.ts'

/** The rating session at a place: the one still on the desk, or a new one over what is recorded. */
export function useSessionOf({ workbook, workshop, participant, round }: SessionPlace) {
  const client = useClient()
  const desk = useDesk()
  const [session, setSession] = useState<Loadable<RatingSession>>(LOADING)
  const open = useCallback(async () => {
    const kept = desk.sessionOf(participant)
    if (kept) setSession({ state: 'ready', value: kept })
    else setSession(await openSession(client, { workbook, workshop, participant, round }))
  }, [client, desk, workbook, workshop, participant, round])
  useEffect(() => void open(), [open])
  return { session, open }
}
