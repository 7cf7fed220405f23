import type { Words } from '../../../shared/languages/english.ts'

/** A message of a language by its name, as it is said of an example. */
export interface SpokenMessage {
  readonly name: string
  readonly text: string
}

/** The examples that a sentence is made from, where two, three and four will not do. */
const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  plainLevel: ['Useful'],
  'rating.notSaved': ['refused', 'Disk is locked.'],
}

/** The numbers that stand in for whatever else a sentence is made from. */
const NUMBERS = [2, 3, 4]

/** Every message of a language, in its order. */
export function spokenMessages(words: Words): readonly SpokenMessage[] {
  const inside = (value: unknown, name: string): readonly SpokenMessage[] => {
    if (typeof value === 'string') return [{ name, text: value }]
    if (typeof value === 'function') {
      const given = EXAMPLES[name] ?? NUMBERS.slice(0, value.length)
      return [{ name, text: String(value(...given)) }]
    }
    return Object.entries(value as object).flatMap(([part, one]) =>
      inside(one, name === '' ? part : `${name}.${part}`),
    )
  }
  return inside(words, '')
}
