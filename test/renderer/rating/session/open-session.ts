import {
  createRatingSession,
  type RatingSession,
} from '../../../../renderer/rating/session/rating-session.ts'
import { openUnsent } from '../../../../renderer/rating/session/unsent.ts'
import type { EngineClient } from '../../../../shared/host.ts'
import { type Draft, draft } from '../../../../shared/model/turn.ts'
import { memoryStorage } from './memory-storage.ts'

/** A participant of a workshop, and the line that their ratings go over. */
export interface Seat {
  readonly client: EngineClient
  readonly workbook: string
  readonly workshop: string
  readonly participant: string
}

/** A session of somebody who sits down to rate, with what they said before. */
export async function openSession(
  { client, workbook, workshop, participant }: Seat,
  round: number | null = null,
): Promise<RatingSession> {
  const people = await client.participant.list({ workbook, workshop })
  const person = people.find(({ id }) => id === participant)
  if (!person) throw new Error('The participant is not there')
  const turn = await client.turn.begin({ workbook, participant, round })
  if ('nothing' in turn) throw new Error(`There is nothing to rate: ${turn.nothing}`)
  const unsent = await openUnsent<Draft>({
    storage: memoryStorage(),
    key: turn.key,
    parse: json => draft.safeParse(json).data,
  })
  return createRatingSession({ client, workbook, participant: person, turn, unsent, kept: [] })
}
