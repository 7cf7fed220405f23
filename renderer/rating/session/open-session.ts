import { useCallback, useEffect, useState } from 'react'
import type { EngineClient } from '../../../shared/host.ts'
import type { RoomInfo } from '../../../shared/model/lock.ts'
import type { AskedOf } from '../../../shared/model/workshop.ts'
import { LOADING, type Loadable, toLoadable } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useHolding, useRoom } from '../room/room-context.tsx'
import { useRatingSessions } from './rating-context.tsx'
import { createRatingSession, type RatingSession } from './rating-session.ts'

/** The person who has the laptop, and what they are asked for. */
export type Turn = NonNullable<RoomInfo['turn']>

/** The answer in the place of a session where a person is asked for nothing. */
export interface NothingToRate {
  readonly nothing: Extract<AskedOf, { kind: 'nothing' }>['because']
}

/** A person's session, or the reason why there is none. */
export type OpenedSession = RatingSession | NothingToRate

/** Reads the earlier answers of a person, beside what the room knows already. Never throws. */
async function openSession(
  client: EngineClient,
  workbook: string,
  { scale, framework }: RoomInfo,
  { participant: person, asked: theirs }: Turn,
): Promise<Loadable<OpenedSession>> {
  if (theirs.kind === 'nothing') return { state: 'ready', value: { nothing: theirs.because } }
  const { round, indicators: asked, isReturn } = theirs
  const participant = person.id
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
export function useOpenSession(turn: Turn) {
  const client = useClient()
  const sessions = useRatingSessions()
  const room = useRoom()
  const { workbook } = useHolding().hold
  const [session, setSession] = useState<Loadable<OpenedSession>>(LOADING)
  const open = useCallback(async () => {
    const kept = sessions.sessionOf(turn.participant.id)
    if (kept) setSession({ state: 'ready', value: kept })
    else setSession(await openSession(client, workbook, room, turn))
  }, [client, sessions, workbook, room, turn])
  useEffect(() => void open(), [open])
  return { session, open }
}
