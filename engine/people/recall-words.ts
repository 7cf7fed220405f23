import { createHash, scryptSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { isRecallPhrase, newRecallPhrase, plainPhrase, recallPhrase } from '../keys/phrases.ts'
import { isSecret, keepSecret, keptSecret } from '../lock/secret.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import {
  appendRecallWords,
  getAllWithRecallWords,
  getCurrentRecallWordsIds,
  getFirstWord,
  hasRecallWords,
  putFirstWord,
} from '../store/records/recall-words.ts'
import { getWorkbook } from '../store/records/workbook.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'

/** The cost of one try: 32 MB, and about a tenth of a second. All words of a study are 40 bits: 3,000 years of it. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 + 2 ** 20 } as const
const HASH_BYTES = 32

/**
 * Makes four words for a person, to be shown to that person once: only their hash is kept. Earlier words of that
 * person are good for nothing from then on. Throws UNKNOWN_PARTICIPANT.
 */
export function makeRecallWords(workbook: Workbook, participant: string): string {
  const { store } = workbook
  // Before words are drawn, which takes a tenth of a second.
  requireParticipant(store, participant)
  const { words, ...kept } = drawRecallWords(store)
  store.transaction(() => {
    requireParticipant(store, participant)
    recordRecallWords(workbook, participant, kept)
  })
  return words
}

/** The part of a person's four words that is kept. */
export interface KeptWords {
  readonly hash: string
  /** The value that the first word is compared with. */
  readonly firstWord: string
}

/** Draws four words, and what is kept of them. */
export function drawRecallWords(store: ReadableStore): KeptWords & { readonly words: string } {
  const words = newRecallPhrase()
  const firstWord = JSON.stringify(keepSecret(firstOf(words)))
  return { words, hash: hashOf(store, words), firstWord }
}

/** Records a person's words in the place of earlier ones. Call it inside a transaction. */
export function recordRecallWords(
  { store, device, clock }: Workbook,
  participant: string,
  { hash, firstWord }: KeptWords,
): void {
  const earlier = getCurrentRecallWordsIds(store, participant)
  const id = uuidv7()
  appendRecallWords(store, { id, participant, hash, recordedAt: clock(), device })
  for (const superseded of earlier) appendSupersession(store, { record: id, superseded })
  putFirstWord(store, { participant, kept: firstWord })
}

/**
 * The participant among these who has these four words; undefined if there is none. One try takes a tenth of a
 * second however many people there are. Whoever lets strangers try has to slow them down.
 */
export function findByRecallWords(
  store: ReadableStore,
  among: readonly string[],
  words: string,
): string | undefined {
  if (!isRecallPhrase(words)) return undefined
  const known = new Set(getAllWithRecallWords(store, hashOf(store, words)))
  return among.find(
    id => known.has(id) || (recallPhrase(id) === plainPhrase(words) && !hasRecallWords(store, id)),
  )
}

/** Remembers, for a covered screen, the first of the four words that a returning person has just proved to have. */
export function keepFirstWord({ store }: Workbook, participant: string, words: string): void {
  const kept = JSON.stringify(keepSecret(firstOf(plainPhrase(words))))
  store.transaction(() => putFirstWord(store, { participant, kept }))
}

/**
 * Tests whether this is the first word of the person who is at this laptop. It is known from when they are given
 * their words, or come back with them, until they hand over.
 */
export function firstWordFits(store: ReadableStore, participant: string, word: string): boolean {
  const tried = plainPhrase(word)
  const kept = getFirstWord(store, participant)
  if (kept !== undefined) return isSecret(keptSecret.parse(JSON.parse(kept)), tried)
  return !hasRecallWords(store, participant) && firstOf(recallPhrase(participant)) === tried
}

const firstOf = (words: string): string => words.split(' ')[0] ?? ''

/** The hash of four words, however they were written. One salt for the study has one hash find one among thousands. */
function hashOf(store: ReadableStore, words: string): string {
  const salt = createHash('sha256')
    .update(`recall words of ${getWorkbook(store)?.id}`)
    .digest()
  return scryptSync(plainPhrase(words), salt, HASH_BYTES, COST).toString('base64url')
}
