import { laptopWords } from '../../shared/messages/whole-study.ts'
import type { DescribedParticipant, KnownParticipant } from '../../shared/model/workshop.ts'
import { getAllCodes, getRatedWhen } from '../store/records/people.ts'
import type { ReadableStore } from '../store/store.ts'
import { readLaptops } from '../study/laptops.ts'

/** Adds to participants what tells them from namesakes: their laptop, and when and how much they rated. */
export function describeParticipants(
  store: ReadableStore,
  people: readonly KnownParticipant[],
): DescribedParticipant[] {
  const laptopOf = readLaptops(store)
  const joined = new Map(getAllCodes(store).map(({ id, device }) => [id, device]))
  return people.map(person => ({
    ...person,
    laptop: laptopWords(laptopOf(joined.get(person.id) ?? '')),
    ...getRatedWhen(store, person.id),
  }))
}
