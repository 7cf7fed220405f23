import { IN_ENGLISH, type Language } from '../../../shared/languages/language.ts'
import {
  FIRST_LANGUAGE,
  LANGUAGE_CODES,
  type LanguageCode,
} from '../../../shared/languages/languages.ts'
import { FEEDBACK as FEEDBACK_IN_WELSH } from '../../../shared/languages/welsh/feedback.ts'
import { WELSH } from '../../../shared/languages/welsh/welsh.ts'
import { FEEDBACK, type FeedbackWords } from '../../../shared/messages/feedback.ts'

/** A language with the words of a page of feedback. */
export interface FeedbackLanguage extends Language {
  readonly code: LanguageCode
  readonly feedback: FeedbackWords
}

const FEEDBACK_LANGUAGES: Readonly<Record<LanguageCode, FeedbackLanguage>> = {
  en: { ...IN_ENGLISH, code: 'en', feedback: FEEDBACK },
  cy: { ...WELSH, code: 'cy', feedback: FEEDBACK_IN_WELSH },
}

/** The language in which most of a person's answers were given; English where no other has more. */
export function usualLanguage(
  answers: readonly { readonly id: string }[],
  languages: ReadonlyMap<string, string>,
): FeedbackLanguage {
  const uses = (code: LanguageCode) =>
    answers.filter(({ id }) => (languages.get(id) ?? FIRST_LANGUAGE) === code).length
  const most = LANGUAGE_CODES.reduce((most, code) => (uses(code) > uses(most) ? code : most))
  return FEEDBACK_LANGUAGES[most]
}
