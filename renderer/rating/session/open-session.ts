import { useCallback, useEffect, useState } from 'react'
import type { EngineClient } from '../../../shared/host.ts'
import { wordsFor } from '../../../shared/messages/errors.ts'
import { roundToRate } from '../../../shared/model/workshop.ts'
import { LOADING, type Loadable, toLoadable } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useRatingSessions } from './rating-context.tsx'
import { createRatingSession, type RatingSession } from './rating-session.ts'

/** The participant and round of a session; null for the round that the workshop is rating now. */
interface SessionPlace {
  readonly workbook: string
  readonly workshop: string
  readonly participant: string
  readonly round: number | null
}

/** Reads everything that a participant needs to rate, and their earlier answers. Never throws. */
async function openSession(
  client: EngineClient,
  place: SessionPlace,
): Promise<Loadable<RatingSession>> {
  const { workbook, workshop, participant } = place
  const read = await toLoadable(
    Promise.all([
      client.workbook.info({ workbook }),
      client.framework.get({ workbook }),
      client.participant.list({ workbook, workshop }),
      client.round.list({ workbook, workshop }),
    ]),
  )
  if (read.state !== 'ready') return read
  const [{ scale }, framework, people, rounds] = read.value
  const person = people.find(({ id }) => id === participant)
  if (!person) {
    const message = wordsFor('UNKNOWN_PARTICIPANT', { participant })
    return { state: 'failed', problem: { code: 'UNKNOWN_PARTICIPANT', message } }
  }
  const { round, indicators: asked } = roundToRate(rounds, place.round)
  const recorded = await toLoadable(
    Promise.all([
      client.rating.list({ workbook, participant, round }),
      client.suggestion.listOf({ workbook, participant, round }),
    ]),
  )
  if (recorded.state !== 'ready') return recorded
  const [ratings, suggestions] = recorded.value
  const common = { client, workbook, participant: person, framework, scale }
  const value = createRatingSession({ ...common, round, asked, ratings, suggestions })
  return { state: 'ready', value }
}

/**
 * The rating session of a participant: the one that is still open, or a new one over the recorded
 * ratings.
 */
export function useOpenSession({ workbook, workshop, participant, round }: SessionPlace) {
  const client = useClient()
  const sessions = useRatingSessions()
  const [session, setSession] = useState<Loadable<RatingSession>>(LOADING)
  const open = useCallback(async () => {
    const kept = sessions.sessionOf(participant)
    if (kept) setSession({ state: 'ready', value: kept })
    else setSession(await openSession(client, { workbook, workshop, participant, round }))
  }, [client, sessions, workbook, workshop, participant, round])
  useEffect(() => void open(), [open])
  return { session, open }
}
