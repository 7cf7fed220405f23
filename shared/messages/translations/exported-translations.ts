import { isLanguageCode, LANGUAGES } from '../../languages/languages.ts'
import type { TranslatedField } from '../../model/translations/translation.ts'
import { type ColumnWords, words } from '../exports.ts'
import { FIELD_WORDS } from '../indicator-fields.ts'

/** The name of the sheet of translations. */
export const TRANSLATIONS_SHEET = 'Translations'

/** The columns of the words of indicators in other languages. */
export const TRANSLATION_COLUMN_WORDS = {
  translation_id: words(
    'Words of one indicator in one language, as they were loaded together.',
    'UUID',
  ),
  indicator_id: words('Indicator.', 'UUID'),
  framework: words('Framework version whose words are translated.', 'SHA-256'),
  language: words('Language of the text.', 'ISO 639 code'),
  field: words('Column of the framework whose text is translated.'),
  text: words('The text in this language; empty where earlier ones were taken away.'),
  loaded_at: words('When it was loaded.', 'date and time', 'ISO 8601, UTC'),
} as const

/** The description of a column of the framework with the words of a field in another language. */
export function translatedColumnWords(field: TranslatedField, language: string): ColumnWords {
  const { column } = FIELD_WORDS[field]
  const name = isLanguageCode(language) ? LANGUAGES[language].inEnglish : language
  return { ...column, meaning: `${column.meaning} In ${name}.` }
}
