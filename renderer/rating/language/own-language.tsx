import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import type { Language } from '../../../shared/languages/language.ts'
import type { LanguageCode } from '../../../shared/languages/languages.ts'
import { loadPatiently } from '../../data/load-patiently.ts'
import {
  ENGLISH_TEXT,
  InLanguage,
  PAGE_IN_ENGLISH,
  type PageLanguage,
  spokenIn,
} from '../../ui/language/language-context.tsx'
import { useChoices, useRatingSessions } from '../session/rating-context.tsx'

type Loader = () => Promise<Language>

/** The other languages than English, each loaded once somebody chooses it. */
const LOADERS: Readonly<Record<Exclude<LanguageCode, 'en'>, Loader>> = {
  cy: async () => (await import('../../../shared/languages/welsh/welsh.ts')).WELSH,
}

/** The language of a code as soon as it is there; until then the one before. */
function useLoadedLanguage(code: LanguageCode): PageLanguage {
  const [language, setLanguage] = useState(PAGE_IN_ENGLISH)
  useEffect(() => {
    if (code === 'en') return setLanguage(PAGE_IN_ENGLISH)
    let isWanted = true
    void loadPatiently(LOADERS[code]).then(loaded => {
      if (isWanted) setLanguage({ ...loaded, code })
    })
    return () => {
      isWanted = false
    }
  }, [code])
  return language
}

/** Has the page as a whole be in a language, whatever lies over it included. */
function useDocumentLanguage(language: PageLanguage): void {
  const sessions = useRatingSessions()
  useLayoutEffect(() => {
    Object.assign(document.documentElement, spokenIn(language))
    // An answer says on which screen it was given: that of the language that is there, not of one still on its way.
    sessions.language.setState(language.code, true)
    return () => void Object.assign(document.documentElement, ENGLISH_TEXT)
  }, [language, sessions])
}

/** Has the screens be in the language that the person who has the laptop chose. */
export function OwnLanguage({ children }: { readonly children: ReactNode }) {
  const language = useLoadedLanguage(useChoices().language)
  useDocumentLanguage(language)
  return <InLanguage language={language}>{children}</InLanguage>
}
