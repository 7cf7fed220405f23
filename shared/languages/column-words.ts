import { words } from '../messages/exports.ts'

/** The columns of the languages of screens. */
export const LANGUAGE_WORDS = {
  record_id: words('Answer, comment or suggestion, also one that was changed later.', 'UUID'),
  language: words('Language of the screen around the indicator’s own words.', 'ISO 639 code'),
} as const
