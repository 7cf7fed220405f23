import { useCallback, useEffect, useState } from 'react'
import type { EngineClient } from '../../../shared/host.ts'
import type { LanguageCode } from '../../../shared/languages/languages.ts'
import type { RoomInfo } from '../../../shared/model/lock.ts'
import { type Draft, draft } from '../../../shared/model/turn.ts'
import type { AskedOf } from '../../../shared/model/workshop.ts'
import { LOADING, type Loadable, toLoadable } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useHolding } from '../room/room-context.tsx'
import { useRatingSessions } from './rating-context.tsx'
import { createRatingSession, type RatingSession } from './rating-session.ts'
import { openUnsent } from './unsent.ts'

/** The person who has the laptop, and what they are asked for. */
export type Turn = NonNullable<RoomInfo['turn']>

/** The answer in the place of a session where a person is asked for nothing. */
export interface NothingToRate {
  readonly nothing: Extract<AskedOf, { kind: 'nothing' }>['because']
}

/** A person's session, or the reason why there is none. */
export type OpenedSession = RatingSession | NothingToRate

/** Begins a person's turn, or goes on with it, with what a page that was loaded anew had not sent. Never throws. */
async function openSession(
  client: EngineClient,
  workbook: string,
  { participant, asked }: Turn,
  language: () => LanguageCode,
): Promise<Loadable<OpenedSession>> {
  if (asked.kind === 'nothing') return { state: 'ready', value: { nothing: asked.because } }
  const { round } = asked
  return toLoadable(
    client.turn.begin({ workbook, participant: participant.id, round }).then(async turn => {
      if ('nothing' in turn) return turn
      const unsent = await openUnsent<Draft>({
        storage: localStorage,
        key: turn.key,
        parse: json => draft.safeParse(json).data,
      })
      const kept = await unsent.read()
      return createRatingSession({ client, workbook, participant, turn, unsent, kept, language })
    }),
  )
}

/**
 * The rating session of a participant: the one that is still open, or a new one over what they said.
 */
export function useOpenSession(turn: Turn) {
  const client = useClient()
  const sessions = useRatingSessions()
  const { workbook } = useHolding().hold
  const [session, setSession] = useState<Loadable<OpenedSession>>(LOADING)
  const open = useCallback(async () => {
    const kept = sessions.sessionOf(turn.participant.id)
    // One of another round is on its way out.
    const { asked } = turn
    const isSame = asked.kind !== 'round' || kept?.getState().round === asked.round
    if (kept && isSame) setSession({ state: 'ready', value: kept })
    else setSession(await openSession(client, workbook, turn, sessions.language.getState))
  }, [client, sessions, workbook, turn])
  useEffect(() => void open(), [open])
  return { session, open }
}
