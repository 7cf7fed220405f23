import { FACILITATOR_GUIDE } from './facilitator.ts'
import type { Guide } from './guide.ts'
import { PARTICIPANT_CARD } from './participant.ts'
import { RESEARCHER_GUIDE } from './researcher.ts'

/** All guides, in the order in which they are listed. */
export const GUIDES: readonly Guide[] = [FACILITATOR_GUIDE, PARTICIPANT_CARD, RESEARCHER_GUIDE]

type Written = typeof FACILITATOR_GUIDE | typeof PARTICIPANT_CARD | typeof RESEARCHER_GUIDE

/** A section of a guide: the names of both. */
export type Topic = {
  readonly [Id in Written['id']]: readonly [
    Id,
    Extract<Written, { id: Id }>['sections'][number]['id'],
  ]
}[Written['id']]

/** A topic's guide and section. */
export function findTopic([guideId, sectionId]: Topic) {
  const guide = GUIDES.find(({ id }) => id === guideId)
  const section = guide?.sections.find(({ id }) => id === sectionId)
  return guide && section && { guide, section }
}
