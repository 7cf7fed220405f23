import { counted } from '../../../../shared/messages/figures.ts'
import type { DescribedParticipant } from '../../../../shared/model/workshop.ts'
import { formatMoment } from '../../../ui/format.ts'

/** Facts that tell a participant from others, in a sentence. */
export function describedWords(person: DescribedParticipant): string {
  const { name, group, workshopTitle, laptop, ratings, from, to } = person
  const when =
    from === null || to === null
      ? 'no ratings'
      : `${counted(ratings, 'rating', 'ratings')}, ${formatMoment(from)} to ${formatMoment(to)}`
  return `${name}, ${group}, ${workshopTitle}, on ${laptop}: ${when}.`
}
