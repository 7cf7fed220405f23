import { foldedName } from '../words/languages/languages.ts'
import { codeOf, codesAbove } from './sections.ts'

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
  /** `Outcome 2: Safety`, `II. Safety`: a word and a number, or a count alone. */
  | { readonly kind: 'numbered'; readonly key: string; readonly ordinal: string }
  /** `At home`: nothing but the look of its cell. */
  | { readonly kind: 'plain'; readonly key: string }

/** Up to three words, a number, letter or Roman numeral, and a sign after it or nothing more. */
const NUMBERED =
  /^((?:\p{Letter}[\p{Letter}\p{Mark}'’-]*\s+){1,3})(?:n[°ºo]\.?\s*|nr\.?\s*|№\s*|#\s*)?(\p{Number}{1,4}(?:\.\p{Number}{1,4})*[a-z]?|[A-Z](?:\.?\p{Number}{1,4})*|[IVXLC]{1,7})\s*([:.)–—-]|\s|$)/u

/** `Theme: Safety`: a word before a colon, which says the level where others have it too. */
const LABELLED = /^((?:\p{Letter}[\p{Letter}\p{Mark}'’-]*\s*){1,3})\s*:\s*\S/u

/** A heading in three parts: the word, the number and the sign after it. */
function numberedParts(text: string): { word: string; ordinal: string; isSure: boolean } | null {
  const [, word, ordinal, sign] = NUMBERED.exec(text) ?? []
  if (word === undefined || ordinal === undefined) return null
  return { word: foldedName(word), ordinal, isSure: /\S/.test(sign ?? '') || ordinal.includes('.') }
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

/** `a) At home`, `(ii) At school`: a count in small letters or figures before a bracket. */
const BRACKETED = /^\(?([a-z]|[ivx]{1,5}|\d{1,3})\)\s+\S/

/** A count before a title that is no code: codes tell their places, and counts of one kind stand side by side. */
interface Count {
  readonly kind: 'number' | 'letter' | 'Roman' | 'bracket'
  readonly ordinal: string
}

/**
 * Tells what stands before titles and counts them, such as `II.` over `1.`, from what is a code among other
 * codes: `2` over `2.1`, `C` over `C1`.
 */
function countReader(texts: readonly string[]): (text: string) => Count | null {
  const codes = texts.flatMap(text => codeOf(text) ?? [])
  const above = new Set(codes.flatMap(codesAbove))
  const areRoman = codes.some(code => /^[IVX]{2,}$/.test(code))
  const kindOf = (code: string): Count['kind'] | null => {
    if (/^\d+$/.test(code)) return 'number'
    if (areRoman && /^[IVX]+$/.test(code)) return 'Roman'
    return /^[A-Z]+$/.test(code) ? 'letter' : null
  }
  const ofCodes = new Set(codes.filter(code => above.has(code)).map(kindOf))
  return text => {
    const code = codeOf(text)
    const kind = code === null ? null : kindOf(code)
    if (code !== null) return kind === null || ofCodes.has(kind) ? null : { kind, ordinal: code }
    const [, ordinal] = BRACKETED.exec(text) ?? []
    return ordinal === undefined ? null : { kind: 'bracket', ordinal }
  }
}

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
  const countOf = countReader(headings.map(({ text }) => text))
  const parts = headings.map(({ text }) => numberedParts(text))
  const words = tally(parts.flatMap(part => (part ? [part.word] : [])))
  const labels = tally(headings.flatMap(({ text }) => labelOf(text) ?? []))
  const capitals = headings.filter(({ text }) => isInCapitals(text) && text.length > 4)
  const areCapitals = capitals.length >= FEWEST_CAPITALS
  return headings.map((heading, index): HeadingForm => {
    const count = countOf(heading.text)
    if (count) return { kind: 'numbered', key: `counted ${count.kind}`, ordinal: count.ordinal }
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
