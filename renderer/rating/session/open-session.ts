import { useCallback, useEffect, useState } from 'react'
import type { EngineClient } from '../../../shared/host.ts'
import { wordsFor } from '../../../shared/messages/errors.ts'
import type { AskedOf } from '../../../shared/model/workshop.ts'
import { LOADING, type Loadable, toLoadable } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useRatingSessions } from './rating-context.tsx'
import { createRatingSession, type RatingSession } from './rating-session.ts'

/** The participant and round of a session; null for the round that the participant is asked for. */
interface SessionPlace {
  readonly workbook: string
  readonly workshop: string
  readonly participant: string
  readonly round: number | null
}

/** The answer in the place of a session where a person is asked for nothing. */
export interface NothingToRate {
  readonly nothing: Extract<AskedOf, { kind: 'nothing' }>['because']
}

/** A person's session, or the reason why there is none. */
export type OpenedSession = RatingSession | NothingToRate

/** Reads everything that a participant needs to rate, and their earlier answers. Never throws. */
async function openSession(
  client: EngineClient,
  place: SessionPlace,
): Promise<Loadable<OpenedSession>> {
  const { workbook, workshop, participant } = place
  const read = await toLoadable(
    Promise.all([
      client.workbook.info({ workbook }),
      client.framework.get({ workbook }),
      client.participant.list({ workbook, workshop }),
      client.round.of({ workbook, participant, ...(place.round && { round: place.round }) }),
    ]),
  )
  if (read.state !== 'ready') return read
  const [{ scale }, framework, people, theirs] = read.value
  const person = people.find(({ id }) => id === participant)
  if (!person) {
    const message = wordsFor('UNKNOWN_PARTICIPANT', { participant })
    return { state: 'failed', problem: { code: 'UNKNOWN_PARTICIPANT', message } }
  }
  if (theirs.kind === 'nothing') return { state: 'ready', value: { nothing: theirs.because } }
  const { round, indicators: asked, isReturn } = theirs
  const recorded = await toLoadable(
    Promise.all([
      client.rating.list({ workbook, participant, round }),
      client.suggestion.listOf({ workbook, participant, round }),
    ]),
  )
  if (recorded.state !== 'ready') return recorded
  const [ratings, suggestions] = recorded.value
  const common = { client, workbook, participant: person, framework, scale }
  const value = createRatingSession({ ...common, round, asked, isReturn, ratings, suggestions })
  return { state: 'ready', value }
}

/**
 * The rating session of a participant: the one that is still open, or a new one over the recorded
 * ratings.
 */
export function useOpenSession({ workbook, workshop, participant, round }: SessionPlace) {
  const client = useClient()
  const sessions = useRatingSessions()
  const [session, setSession] = useState<Loadable<OpenedSession>>(LOADING)
  const open = useCallback(async () => {
    const kept = sessions.sessionOf(participant)
    if (kept) setSession({ state: 'ready', value: kept })
    else setSession(await openSession(client, { workbook, workshop, participant, round }))
  }, [client, sessions, workbook, workshop, participant, round])
  useEffect(() => void open(), [open])
  return { session, open }
}
