import { formKey, type GlossaryTerm } from './terms.ts'

/** A part of a text: a word that the glossary explains, or (null) what stands between two such words. */
export interface Piece {
  readonly text: string
  readonly term: GlossaryTerm | null
}

/** Parts texts at the first occurrence of each term in all of them together. */
export type FindTerms = (texts: readonly string[]) => readonly (readonly Piece[])[]

/** Letters of scripts that put no spaces between words, where a word may begin and end beside any letter. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`
const IN_WORD = String.raw`(?!${UNSPACED})[\p{L}\p{M}\p{N}]`

const escaped = (form: string): string =>
  form.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`)

/** A way to find whole words of a glossary: the longest one first, abbreviations in their own case, with an s for a plural. */
export function termFinder(terms: readonly GlossaryTerm[]): FindTerms {
  const termOf = new Map<string, GlossaryTerm>()
  for (const term of terms) {
    for (const form of [term.term, ...term.forms]) {
      const key = formKey(form)
      if (!termOf.has(key)) termOf.set(key, term)
    }
  }
  if (termOf.size === 0) return texts => texts.map(text => [{ text, term: null }])
  const forms = [...termOf.keys()].toSorted((one, other) => other.length - one.length)
  const words = forms.map(escaped).join('|')
  const pattern = new RegExp(`(?<!${IN_WORD})(${words})s?(?!${IN_WORD})`, 'giu')
  return texts => {
    const seen = new Set<GlossaryTerm>()
    return texts.map(text => parted(text.normalize('NFC'), { pattern, termOf, seen }))
  }
}

/** The terms that stand in texts, in the order in which they are met. */
export const termsIn = (find: FindTerms, texts: readonly string[]): readonly GlossaryTerm[] =>
  find(texts).flatMap(pieces => pieces.flatMap(({ term }) => (term === null ? [] : [term])))

interface Known {
  readonly pattern: RegExp
  readonly termOf: ReadonlyMap<string, GlossaryTerm>
  /** The terms that were found already. */
  readonly seen: Set<GlossaryTerm>
}

function parted(text: string, { pattern, termOf, seen }: Known): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: shown, 1: form = '', index } of text.matchAll(pattern)) {
    const term = termOf.get(formKey(form)) ?? termOf.get(formKey(shown))
    if (term === undefined || seen.has(term)) continue
    seen.add(term)
    if (index > end) pieces.push({ text: text.slice(end, index), term: null })
    pieces.push({ text: shown, term })
    end = index + shown.length
  }
  return end < text.length ? [...pieces, { text: text.slice(end), term: null }] : pieces
}
