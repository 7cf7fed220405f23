import {
  createRatingSession,
  type RatingSession,
  type RatingSessionOptions,
} from '../../../../renderer/rating/session/rating-session.ts'
import type { EngineClient } from '../../../../shared/host.ts'
import type { Framework } from '../../../../shared/model/framework.ts'

/** A participant of a workshop, and the line that their ratings go over. */
export interface Seat {
  readonly client: EngineClient
  readonly workbook: string
  readonly workshop: string
  readonly participant: string
  readonly framework: Framework
}

/** A session of somebody who sits down to rate, with what they said before. */
export async function openSession(
  { client, workbook, workshop, participant, framework }: Seat,
  more: Partial<Pick<RatingSessionOptions, 'round' | 'asked'>> = {},
): Promise<RatingSession> {
  const people = await client.participant.list({ workbook, workshop })
  const person = people.find(({ id }) => id === participant)
  if (!person) throw new Error('The participant is not there')
  const { round = 1, asked = null } = more
  const ratings = await client.rating.list({ workbook, participant, round })
  const suggestions = await client.suggestion.listOf({ workbook, participant, round })
  const isReturn = round > 1
  const common = { client, workbook, framework, scale: 5, round, asked, isReturn } as const
  return createRatingSession({ ...common, participant: person, ratings, suggestions })
}
