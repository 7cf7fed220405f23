import { foldedName } from '../words/languages/languages.ts'
import { codeOf } from './sections.ts'

/** A heading of a section that stands in a row of its own. */
export interface SectionHeading {
  readonly row: number
  readonly text: string
  readonly column: number
  /** The style and the indent of its cell, as far as the format tells; empty where it does not. */
  readonly look: string
  /** The level that a person gave it, from 0; left out where nobody did. */
  readonly level?: number
}

/** The form that headings of one level share, as far as their own text tells. */
export type HeadingForm =
  /** `C1 Safety`: its place is told by its code. */
  | { readonly kind: 'coded'; readonly key: string; readonly code: string }
  /** `Outcome 2: Safety`: a word and a number. */
  | { readonly kind: 'numbered'; readonly key: string; readonly ordinal: string }
  /** `At home`: nothing but the look of its cell. */
  | { readonly kind: 'plain'; readonly key: string }

/** Up to three words, a number, letter or Roman numeral, and a sign after it or nothing more. */
const NUMBERED =
  /^((?:\p{Letter}[\p{Letter}\p{Mark}'’-]*\s+){1,3})(?:n[°ºo]\.?\s*|nr\.?\s*|№\s*|#\s*)?(\p{Number}{1,4}(?:\.\p{Number}{1,4})*[a-z]?|[A-Z]|[IVXLC]{1,7})\s*([:.)–—-]|\s|$)/u

/** `Theme: Safety`: a word before a colon, which says the level where others have it too. */
const LABELLED = /^((?:\p{Letter}[\p{Letter}\p{Mark}'’-]*\s*){1,3})\s*:\s*\S/u

/** A heading in three parts: the word, the number and the sign after it. */
function numberedParts(text: string): { word: string; ordinal: string; isSure: boolean } | null {
  const [, word, ordinal, sign] = NUMBERED.exec(text) ?? []
  if (word === undefined || ordinal === undefined) return null
  return { word: foldedName(word), ordinal, isSure: sign !== undefined && /\S/.test(sign) }
}

const labelOf = (text: string): string | null => {
  const [, word] = LABELLED.exec(text) ?? []
  return word === undefined ? null : foldedName(word)
}

const isInCapitals = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase()

/** Capitals are a form where several headings have them; one alone may be an acronym. */
const FEWEST_CAPITALS = 2

const plainKey = ({ text, column, look }: SectionHeading, areCapitals: boolean): string =>
  JSON.stringify(['plain', column, areCapitals && isInCapitals(text), look])

/** The number of times that each of these occurs. */
function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/**
 * The form of each heading, told from all of them together: a word before a number or a colon is a
 * form where the sign after it says so, or where another heading begins with the same.
 */
export function headingForms(headings: readonly SectionHeading[]): readonly HeadingForm[] {
  const parts = headings.map(({ text }) => numberedParts(text))
  const words = tally(parts.flatMap(part => (part ? [part.word] : [])))
  const labels = tally(headings.flatMap(({ text }) => labelOf(text) ?? []))
  const capitals = headings.filter(({ text }) => isInCapitals(text) && text.length > 4)
  const areCapitals = capitals.length >= FEWEST_CAPITALS
  return headings.map((heading, index): HeadingForm => {
    const code = codeOf(heading.text)
    if (code) return { kind: 'coded', key: 'coded', code }
    const part = parts[index]
    if (part && (part.isSure || (words.get(part.word) ?? 0) > 1)) {
      return { kind: 'numbered', key: `numbered ${part.word}`, ordinal: part.ordinal }
    }
    const label = labelOf(heading.text)
    if (label !== null && (labels.get(label) ?? 0) > 1) {
      return { kind: 'plain', key: `labelled ${label}` }
    }
    return { kind: 'plain', key: plainKey(heading, areCapitals) }
  })
}
