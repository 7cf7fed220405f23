import { words } from '../messages/exports.ts'

/** The columns of the languages of screens. */
export const LANGUAGE_WORDS = {
  record_id: words('Answer, comment or suggestion, also one that was changed later.', 'UUID'),
  language: words(
    'Language of the screen, or sheet of paper, around the indicator’s own words.',
    'ISO 639 code',
  ),
} as const

/** The columns that say something else in a file in another language than English, or are only there. */
export const IN_LANGUAGE_WORDS = {
  english: words('The sheet and the heading in English, as programs and other files have them.'),
  label: words('The answer in words, in the language of this file.'),
} as const
