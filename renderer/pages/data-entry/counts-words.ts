import { counted } from '../../../shared/messages/figures.ts'
import type { EnteredCounts } from '../../../shared/model/data-entry.ts'

/** The counts of a file of ratings, in a sentence or two; what there is none of is left out. */
export function countsWords({ rows, participants, ratings }: EnteredCounts): string {
  const { new: fresh, changed, unchanged, missing, repeated } = ratings
  const parts = [
    fresh > 0 && `${fresh} new`,
    changed > 0 && `${changed} changed`,
    unchanged > 0 && `${unchanged} as they stand already`,
    missing > 0 && `${missing} without an answer`,
    repeated > 0 && `${repeated} said twice`,
  ].filter(part => part !== false)
  const { added, known } = participants
  const people = [
    added > 0 && `${counted(added, 'participant is', 'participants are')} new`,
    known > 0 && `${counted(known, 'is', 'are')} in the workshop already`,
  ].filter(part => part !== false)
  const ofRatings = `${counted(rows, 'rating', 'ratings')}: ${parts.join(', ')}.`
  return people.length === 0 ? ofRatings : `${ofRatings} ${people.join(', ')}.`
}
