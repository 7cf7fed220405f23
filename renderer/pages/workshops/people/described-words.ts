import { counted } from '../../../../shared/messages/figures.ts'
import type { DescribedParticipant } from '../../../../shared/model/workshop.ts'
import { formatMoment } from '../../../ui/format.ts'

/** Facts that tell a participant from others, in a sentence. */
export function describedWords(person: DescribedParticipant): string {
  const { name, group, workshopTitle, laptop, ratings, from, to } = person
  const moments = [...new Set([from, to].flatMap(moment => (moment ? [formatMoment(moment)] : [])))]
  const when =
    moments.length === 0
      ? 'no ratings'
      : `${counted(ratings, 'rating', 'ratings')}, ${moments.join(' to ')}`
  return `${name}, ${group}, ${workshopTitle}, on ${laptop}: ${when}.`
}
