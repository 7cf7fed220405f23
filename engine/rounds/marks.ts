import type { MarkedStanding } from '../../shared/model/workshop.ts'
import { getLinkedPeople } from '../store/records/people.ts'
import { getAllPersonRounds } from '../store/records/rounds.ts'
import type { ReadableStore } from '../store/store.ts'

/** The recorded standing that holds where laptops disagree is the first of these, which asks for the most. */
const FIRST_OF: readonly MarkedStanding[] = ['asked', 'finished', 'excused']

/** Finds the recorded standing of a participant in a round; null where it follows from the answers. */
export type MarkOf = (participant: string, round: number) => MarkedStanding | null

/** Reads the recorded standings of a workshop's people. Participants who are one person have one standing. */
export function readMarks(store: ReadableStore, workshop: string): MarkOf {
  const personOf = personsIn(store)
  const marks = getAllPersonRounds(store, workshop)
  return (participant, round) => {
    const person = personOf(participant)
    const theirs = marks.filter(one => one.round === round && personOf(one.participant) === person)
    return FIRST_OF.find(standing => theirs.some(one => one.standing === standing)) ?? null
  }
}

/** Gives the person whom a participant is: the same for all who are linked. */
export function personsIn(store: ReadableStore): (participant: string) => string {
  const linked = getLinkedPeople(store)
  return participant => linked.get(participant) ?? participant
}
