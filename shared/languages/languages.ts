/** A language of the participants' screens, as it is offered. */
interface OfferedLanguage {
  /** Its own name, in itself. */
  readonly name: string
  /** Its name in English, as facilitators and files of frameworks call it. */
  readonly inEnglish: string
  /** The tag by which browsers and voices know it (BCP 47). */
  readonly tag: string
}

/** The languages of the participants' screens by their code (ISO 639-1), in the order in which they are offered. */
export const LANGUAGES = {
  en: { name: 'English', inEnglish: 'English', tag: 'en-GB' },
  cy: { name: 'Cymraeg', inEnglish: 'Welsh', tag: 'cy-GB' },
} as const satisfies Readonly<Record<string, OfferedLanguage>>

export type LanguageCode = keyof typeof LANGUAGES

/** All codes, in the order in which they are offered. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly LanguageCode[]

/** The language of whoever has chosen none. */
export const FIRST_LANGUAGE = 'en' satisfies LanguageCode

/** Tests whether a code is that of a language of the participants' screens. */
export const isLanguageCode = (code: string): code is LanguageCode => Object.hasOwn(LANGUAGES, code)
