import { ENGLISH, type Words } from '../../shared/languages/english.ts'
import type { Language } from '../../shared/languages/language.ts'

/** Each word turned round and marked as one that runs from the right; English letters, so that it can be read. */
const turned = (text: string): string =>
  text.replaceAll(/\p{L}[\p{L}’]*/gu, word => `\u200f\u202e${word}\u202c\u200f`)

function mirrored(said: unknown): unknown {
  if (typeof said === 'string') return turned(said)
  if (typeof said === 'function') return (...given: unknown[]) => turned(String(said(...given)))
  return Object.fromEntries(
    Object.entries(said as object).map(([name, one]) => [
      name,
      Array.isArray(one) ? one.map(mirrored) : mirrored(one),
    ]),
  )
}

/** A made-up language that runs from the right, in the place of a real one: English, mirrored. */
export const WELSH: Language = {
  direction: 'rtl',
  words: {
    ...(mirrored(ENGLISH) as Words),
    // Works on labels that are mirrored already.
    plainLevel: label => label,
  },
}
