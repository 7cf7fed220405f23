import type { KnownParticipant } from '../../shared/model/person.ts'
import { isRecallPhrase, plainPhrase, recallPhrase } from '../keys/phrases.ts'
import { getAllKnownParticipants } from '../store/people.ts'
import type { ReadableStore } from '../store/store.ts'

/**
 * Whom a person means by a participant's code, or by the four words that they were shown: nobody, one,
 * or more where a code was given twice. Words that fit two people are as good as impossible, and are
 * then asked about like a code.
 */
export function findParticipants(
  store: ReadableStore,
  words: string,
  workshop?: string,
): readonly KnownParticipant[] {
  const everyone = getAllKnownParticipants(store).filter(
    participant => workshop === undefined || participant.workshop === workshop,
  )
  const wanted = words.trim().toLowerCase()
  const byCode = everyone.filter(({ id, code }) => code.toLowerCase() === wanted || id === wanted)
  if (byCode.length > 0 || !isRecallPhrase(words)) return byCode
  return everyone.filter(({ id }) => recallPhrase(id) === plainPhrase(words))
}
