import { wordsField } from '../../../shared/messages/wordings.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import type { TranslatedField } from '../../../shared/model/translations/translation.ts'
import { AS_BROUGHT, spokenIn, usePageLanguage } from '../../ui/language/language-context.tsx'
import { useRating } from '../session/rating-context.tsx'

type Spoken = ReturnType<typeof spokenIn> | typeof AS_BROUGHT

/** The attributes of each text of an indicator: of the language of the page, where the framework brought it in that. */
export function useSpokenFields(indicator: string): (field: TranslatedField) => Spoken {
  const texts = useRating(state => state.translations.get(indicator)?.texts)
  const language = usePageLanguage()
  return field => (texts?.[field] === undefined ? AS_BROUGHT : spokenIn(language))
}

/** The attributes of the words of an indicator in a wording. */
export function useSpokenWords(indicator: Indicator, wording: Wording): Spoken {
  return useSpokenFields(indicator.id)(wordsField(wording, indicator))
}

/**
 * Tests whether the words of an indicator in a wording are lacking in the language of the page. Where the framework has none
 * at all in it, nothing is lacking: each page would say the same.
 */
export const useIsLacking = (indicator: Indicator, wording: Wording): boolean =>
  useRating(
    ({ translations }) =>
      translations.size > 0 &&
      translations.get(indicator.id)?.texts[wordsField(wording, indicator)] === undefined,
  )
