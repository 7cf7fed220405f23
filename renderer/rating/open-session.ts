import type { EngineClient } from '../../shared/host.ts'
import { wordsFor } from '../../shared/messages/errors.ts'
import type { Loadable } from '../stores/loadable.ts'
import { settle } from '../stores/loadable.ts'
import { createRatingSession, type RatingSession } from './rating-session.ts'

/** Whose session to open; round 1 is the only one that is rated on screen so far. */
export interface SessionPlace {
  readonly workbook: string
  readonly workshop: string
  readonly participant: string
}

const ROUND = 1

/** Reads all that a participant needs to rate, and what they have put down before. Never throws. */
export async function openSession(
  client: EngineClient,
  place: SessionPlace,
): Promise<Loadable<RatingSession>> {
  const { workbook, workshop, participant } = place
  const read = await settle(
    Promise.all([
      client.workbook.info({ workbook }),
      client.framework.get({ workbook }),
      client.participant.list({ workbook, workshop }),
      client.rating.list({ workbook, participant, round: ROUND }),
    ]),
  )
  if (read.state !== 'ready') return read
  const [{ scale }, framework, people, ratings] = read.value
  const person = people.find(({ id }) => id === participant)
  if (!person) {
    const message = wordsFor('UNKNOWN_PARTICIPANT', { participant })
    return { state: 'failed', problem: { code: 'UNKNOWN_PARTICIPANT', message } }
  }
  const options = {
    client,
    workbook,
    participant: person,
    framework,
    scale,
    round: ROUND,
    ratings,
  }
  return { state: 'ready', value: createRatingSession(options) }
}
