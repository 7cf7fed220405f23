import { ENGLISH, type Words } from './english.ts'

/** A language with all its words. */
export interface Language {
  /** The way in which it is written. */
  readonly direction: 'ltr' | 'rtl'
  readonly words: Words
}

/** The language of the whole program; the participants' screens are also in others. */
export const IN_ENGLISH: Language = { direction: 'ltr', words: ENGLISH }
