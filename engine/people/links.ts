import type { ParticipantLink } from '../../shared/model/person.ts'
import { getAllLinks } from '../store/participant-links.ts'
import { getAllKnownParticipants } from '../store/people.ts'
import type { ReadableStore } from '../store/store.ts'

/** Which participants somebody said to be one person. */
export function listLinks(store: ReadableStore): readonly ParticipantLink[] {
  const everyone = new Map(getAllKnownParticipants(store).map(each => [each.id, each]))
  return getAllLinks(store)
    .map(({ id, one, other, recordedAt, device }) => ({
      id,
      participants: [one, other].flatMap(each => everyone.get(each) ?? []),
      recordedAt,
      device,
    }))
    .filter(({ participants }) => participants.length === 2)
}
