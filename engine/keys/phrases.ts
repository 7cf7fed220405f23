import { createHash, randomInt } from 'node:crypto'
import { WORDS } from './words.ts'

/** How much a word of a phrase is worth: one of 1,024. */
export const BITS_PER_WORD = 10

const PASSPHRASE_WORDS = 6
const RECALL_WORDS = 4

/**
 * A passphrase nobody chose: six words, 60 bits, from the system's own source of randomness. With the
 * work that age asks for each guess, trying half of them takes one machine of today millions of years.
 */
export function newPassphrase(): string {
  return Array.from({ length: PASSPHRASE_WORDS }, () => WORDS[randomInt(WORDS.length)]).join(' ')
}

/**
 * The four words by which a participant can later ask for their answers to be removed. They follow
 * from the participant's id, so that nothing more is stored and every laptop knows the same ones.
 */
export function recallPhrase(participant: string): string {
  const digest = createHash('sha256').update(`recall phrase of ${participant}`).digest()
  return Array.from({ length: RECALL_WORDS }, (_, index) => {
    const number = digest.readUInt16BE(index * 2) % WORDS.length
    return WORDS[number]
  }).join(' ')
}

/** A phrase as a person may have written it down, brought to the form in which phrases are compared. */
export function plainPhrase(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

/** Whether a text can be a recall phrase at all: four words of the list. */
export function isRecallPhrase(text: string): boolean {
  const words = plainPhrase(text).split(' ')
  return words.length === RECALL_WORDS && words.every(word => WORDS.includes(word))
}
