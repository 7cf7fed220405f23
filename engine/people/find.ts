import { sameName } from '../../shared/model/vocabulary.ts'
import type { KnownParticipant } from '../../shared/model/workshop.ts'
import { isRecallPhrase } from '../keys/phrases.ts'
import {
  type CodedParticipant,
  getAllCodes,
  getAllKnownParticipants,
} from '../store/records/people.ts'
import type { ReadableStore } from '../store/store.ts'
import { laptopTag } from './laptop-tag.ts'
import { readNames } from './names.ts'
import { findByRecallWords } from './recall-words.ts'

/** Every participant of the workbook with their names, by workshop and in the order in which they joined. */
export function listKnownParticipants(store: ReadableStore): readonly KnownParticipant[] {
  const nameOf = readNames(store)
  return getAllKnownParticipants(store).map(each => ({ ...each, name: nameOf(each) }))
}

/** Finds the participants that some words name: none, one, or several. */
export type FindParticipants = (words: string) => readonly KnownParticipant[]

/**
 * Prepares to find participants of a workbook, or of one workshop, by what people call them: the code, the code with
 * the laptop, the id, or the four words.
 */
export function participantFinder(store: ReadableStore, workshop?: string): FindParticipants {
  const everyone = listKnownParticipants(store).filter(
    participant => workshop === undefined || participant.workshop === workshop,
  )
  const joined = new Map(getAllCodes(store).map(each => [each.id, each]))
  return words => {
    const wanted = sameName(words)
    const byCode = everyone.filter(({ id, code }) => sameName(code) === wanted || id === wanted)
    if (byCode.length > 0) return byCode
    const laptop = codeOnLaptop(words)
    const onLaptop = everyone.filter(({ id }) => laptop && isMeant(joined.get(id), laptop))
    if (onLaptop.length > 0 || !isRecallPhrase(words)) return onLaptop
    const ids = everyone.map(({ id }) => id)
    const found = findByRecallWords(store, ids, words)
    return everyone.filter(({ id }) => id === found)
  }
}

/**
 * The participants with this code, with this code on that laptop, with this id, or with the four words that they
 * were shown: none, one, or several where a code was given twice.
 */
export function findParticipants(
  store: ReadableStore,
  words: string,
  workshop?: string,
): readonly KnownParticipant[] {
  return participantFinder(store, workshop)(words)
}

/** A code with the laptop and perhaps the end of an id, as a name says it. */
export interface CodeOnLaptop {
  readonly code: string
  readonly laptop: string
  readonly endOfId: string
}

const NAME =
  /^(?<code>.+?)(?:\s*\(laptop\s+|\s+)(?<laptop>[a-z]{3})(?:,?\s+(?<end>[0-9a-f-]{4,}))?\)?$/i

/** Reads `P01 (laptop KUB)`, or `P01 KUB` for short; null for any other text. */
export function codeOnLaptop(words: string): CodeOnLaptop | null {
  const { code, laptop, end } = NAME.exec(words.trim())?.groups ?? {}
  if (code === undefined || laptop === undefined) return null
  return { code: sameName(code), laptop: laptop.toUpperCase(), endOfId: (end ?? '').toLowerCase() }
}

const isMeant = (
  participant: CodedParticipant | undefined,
  { code, laptop, endOfId }: CodeOnLaptop,
): boolean =>
  participant !== undefined &&
  sameName(participant.code) === code &&
  laptopTag(participant.device) === laptop &&
  participant.id.endsWith(endOfId)
