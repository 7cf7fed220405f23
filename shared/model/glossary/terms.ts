import { z } from 'zod'
import type { Wording } from '../rating.ts'
import { id, moment } from '../vocabulary.ts'

/**
 * The most terms of a glossary, letters of a term and of an explanation, other forms of a term, and letters altogether,
 * which have to fit a line of a package.
 */
export const GLOSSARY_LIMITS = {
  ...{ terms: 1_000, term: 100, meaning: 2_000, forms: 20 },
  letters: 300_000,
} as const

const word = z.string().min(1).max(GLOSSARY_LIMITS.term)

/** A word of the framework's trade with what it means. */
export const glossaryTerm = z.object({
  term: word,
  /** Other forms that mean the same: the whole of an abbreviation, a plural. */
  forms: z.array(word).max(GLOSSARY_LIMITS.forms),
  meaning: z.string().min(1).max(GLOSSARY_LIMITS.meaning),
  /** The meaning for readers of plain words and of easy read; empty where it is the same. */
  plain: z.string().max(GLOSSARY_LIMITS.meaning),
})
export type GlossaryTerm = z.infer<typeof glossaryTerm>

/** The meaning of a term for readers of this wording: in plain words, where the glossary has them, for all but the title. */
export const meaningIn = (wording: Wording, { meaning, plain }: GlossaryTerm): string =>
  wording !== 'title' && plain !== '' ? plain : meaning

/** Tests whether a text is an abbreviation, which its capitals tell from a word: one word of it has two of them. */
export const isAbbreviation = (text: string): boolean =>
  /\p{Lu}[^\s\p{Lu}]*\p{Lu}/u.test(text.normalize('NFC'))

/** The key of a form: forms of one key are the same word. The case of letters counts in an abbreviation alone. */
export function formKey(form: string): string {
  const plain = form.normalize('NFC').replace(/\s+/g, ' ')
  return isAbbreviation(plain) ? plain : plain.toLowerCase()
}

/** The terms of a glossary, in the order of their file. */
export const glossaryTerms = z.array(glossaryTerm).max(GLOSSARY_LIMITS.terms)

/** A glossary as it was recorded: it never changes, and a later one takes its place. */
export const glossary = z.object({
  id,
  recordedAt: moment,
  /** The file that it came from. */
  fileName: z.string(),
  terms: glossaryTerms,
})
export type Glossary = z.infer<typeof glossary>
