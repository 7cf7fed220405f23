import { participantName } from '../../shared/messages/workshop.ts'
import { sameName } from '../../shared/model/vocabulary.ts'
import type { NamedParticipant, Participant } from '../../shared/model/workshop.ts'
import { groupBy } from '../group-by.ts'
import { type CodedParticipant, getAllCodes } from '../store/records/people.ts'
import type { ReadableStore } from '../store/store.ts'
import { laptopTag } from './laptop-tag.ts'

/** Tests whether a text has the form of a code with its laptop, which no code may have. */
export const isName = (text: string): boolean => /\(laptop [a-z]{3}(, [0-9a-f-]+)?\)$/i.test(text)

/** Gives the name by which people know a participant. */
export type NameOf = (participant: Pick<Participant, 'id' | 'code'>) => string

/** The fewest characters of an id that are shown where nothing else tells two people apart. */
const SHORTEST_ID = 4

/**
 * Reads what tells participants apart. The name of a participant is the code or, where others of the study have
 * the same, the code with the laptop that they joined on; in the rare case that this is not enough, with the end of
 * their id too. So no two people have one name, on any page and in any file.
 */
export function readNames(store: ReadableStore): NameOf {
  const byCode = groupBy(getAllCodes(store), ({ code }) => sameName(code))
  return ({ id, code }) => {
    const namesakes = byCode.get(sameName(code)) ?? []
    const own = namesakes.find(each => each.id === id)
    if (!own || namesakes.length < 2) return code
    const laptop = laptopTag(own.device)
    const others = namesakes.filter(each => each !== own && laptopTag(each.device) === laptop)
    return participantName(code, laptop, others.length === 0 ? null : endOfId(own, others))
  }
}

/** A participant with the name by which people know them. */
export const withName = (store: ReadableStore, participant: Participant): NamedParticipant => ({
  ...participant,
  name: readNames(store)(participant),
})

/** The end of an id, as long as it takes to tell it from those of others. */
function endOfId({ id }: CodedParticipant, others: readonly CodedParticipant[]): string {
  let length = SHORTEST_ID
  while (others.some(other => other.id.endsWith(id.slice(-length)))) length++
  return id.slice(-length)
}
