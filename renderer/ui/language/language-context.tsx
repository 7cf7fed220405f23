import { createContext, type ReactNode, useContext } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Words } from '../../../shared/languages/english.ts'
import { IN_ENGLISH, type Language } from '../../../shared/languages/language.ts'
import {
  FIRST_LANGUAGE,
  LANGUAGES,
  type LanguageCode,
} from '../../../shared/languages/languages.ts'

/** The language that a part of the page is in. */
export interface PageLanguage extends Language {
  readonly code: LanguageCode
}

/** English, in which every page is but those of a person who chose another language. */
export const PAGE_IN_ENGLISH: PageLanguage = { ...IN_ENGLISH, code: FIRST_LANGUAGE }

const LanguageContext = createContext<PageLanguage>(PAGE_IN_ENGLISH)

interface InLanguageProps {
  readonly language: PageLanguage
  readonly children: ReactNode
}

/** Has a part of the page speak a language. */
export function InLanguage({ language, children }: InLanguageProps) {
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={LANGUAGES[language.code].tag}>{children}</I18nProvider>
    </LanguageContext>
  )
}

/** Has what a facilitator reads be in English, whatever the person chose. */
export function InEnglish({ children }: Pick<InLanguageProps, 'children'>) {
  return <InLanguage language={PAGE_IN_ENGLISH}>{children}</InLanguage>
}

/** The language that this part of the page is in. */
export const usePageLanguage = (): PageLanguage => useContext(LanguageContext)

/** The words of the language that this part of the page is in. */
export const useWords = (): Words => usePageLanguage().words

/** The attributes of a text in a language. */
export const spokenIn = ({ code, direction }: PageLanguage) =>
  ({ lang: LANGUAGES[code].tag, dir: direction }) as const

/** The attributes of a text that is in English whatever the person has chosen: what the engine says, and what the facilitator reads. */
export const ENGLISH_TEXT = spokenIn(PAGE_IN_ENGLISH)

/**
 * The attributes of words that a framework or a facilitator brought. No file says in which language they are: they are
 * taken for English, and run as their first letter does.
 */
export const AS_BROUGHT = { lang: ENGLISH_TEXT.lang, dir: 'auto' } as const
