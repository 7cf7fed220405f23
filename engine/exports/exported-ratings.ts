import type { ExportScope } from '../../shared/model/exports.ts'
import { getTagsByRating } from '../store/export-remarks.ts'
import { findRatingsToExport, type RatingOfParticipant } from '../store/export-rows.ts'
import type { ReadableStore } from '../store/store.ts'
import type { ExportedPerson } from './people.ts'

/** One current rating as an export tells of it. */
export interface ExportedRating extends RatingOfParticipant {
  readonly person: ExportedPerson
  /** What a facilitator put on the comment. */
  readonly tags: readonly string[]
}

/** The ratings of some people, one at a time: by person, round and place in the framework. */
export function* exportedRatings(
  store: ReadableStore,
  people: readonly ExportedPerson[],
  scope: ExportScope,
): Generator<ExportedRating> {
  const find = findRatingsToExport(store)
  const tags = getTagsByRating(store)
  const withComments = scope.comments !== false
  for (const person of people) {
    let count = 0
    for (const rating of find(person.id)) {
      if (scope.rounds && !scope.rounds.includes(rating.round)) continue
      count++
      const told = scope.people === 'pseudonyms' ? unlinked(rating, person, count) : rating
      yield {
        ...told,
        comment: withComments ? told.comment : '',
        tags: withComments ? (tags.get(rating.id) ?? []) : [],
        person,
      }
    }
  }
}

/** Without what is also in other files about the same record: its identity, its moment, its device. */
function unlinked(
  rating: RatingOfParticipant,
  { key }: ExportedPerson,
  count: number,
): RatingOfParticipant {
  return { ...rating, id: `${key}-${count}`, recordedAt: '', device: '' }
}
