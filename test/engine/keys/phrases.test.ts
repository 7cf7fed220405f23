import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import {
  BITS_PER_WORD,
  isRecallPhrase,
  newPassphrase,
  plainPhrase,
  recallPhrase,
} from '../../../engine/keys/phrases.ts'
import { WORDS } from '../../../engine/keys/words.ts'

describe('the list of words', () => {
  it('has as many as it says, each once, in lower case', () => {
    expect(WORDS).toHaveLength(2 ** BITS_PER_WORD)
    expect(new Set(WORDS).size).toBe(WORDS.length)
    for (const word of WORDS) expect(word).toMatch(/^[a-z]{3,10}$/)
  })
})

describe('a passphrase', () => {
  it('is six words of the list, another one each time', () => {
    const made = Array.from({ length: 200 }, newPassphrase)
    for (const phrase of made) {
      expect(phrase.split(' ')).toHaveLength(6)
      expect(phrase.split(' ').every(word => WORDS.includes(word))).toBe(true)
    }
    expect(new Set(made).size).toBe(200)
  })
})

describe('a recall phrase', () => {
  it('is the same for the same person on every laptop, in every version', () => {
    expect(recallPhrase('01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f')).toBe('crisp noodle rainbow nickel')
  })

  it('tells two thousand people apart who joined within the same second', () => {
    const people = Array.from({ length: 2000 }, () => uuidv7())
    expect(new Set(people.map(recallPhrase)).size).toBe(2000)
  })

  it('is known however it was written down', () => {
    const phrase = recallPhrase(uuidv7())
    const [one = '', ...rest] = phrase.split(' ')
    const written = ` ${one.toUpperCase()}, ${rest.join(' - ')}.`
    expect(plainPhrase(written)).toBe(phrase)
    expect(isRecallPhrase(written)).toBe(true)
  })

  it('is told from a participant’s code', () => {
    for (const code of ['P07', 'D1', 'amber kite river', 'not words of list']) {
      expect(isRecallPhrase(code)).toBe(false)
    }
  })
})
