import { isLanguageCode, LANGUAGES } from '../../languages/languages.ts'
import { type FileTranslation, TRANSLATED_FIELDS } from '../../model/translations/translation.ts'
import { counted, formatCount } from '../figures.ts'
import { FIELD_WORDS } from '../indicator-fields.ts'

/** The English name of a language; its code where it is one that this program does not know. */
export const languageName = (code: string): string =>
  isLanguageCode(code) ? LANGUAGES[code].inEnglish : code

/** The words of a file in one language, of so many indicators, in one line: how many have some, and of which field. */
export function translationFound({ language, words }: FileTranslation, indicators: number): string {
  const lacking = indicators - words.length
  const none =
    lacking === 0 ? '' : `, ${formatCount(lacking)} ${lacking === 1 ? 'has' : 'have'} none`
  const fields = TRANSLATED_FIELDS.flatMap(field => {
    const count = words.filter(({ texts }) => texts[field] !== undefined).length
    return count === 0 ? [] : [`${FIELD_WORDS[field].inFiles} ${formatCount(count)}`]
  })
  const of = `${formatCount(words.length)} of ${counted(indicators, 'indicator', 'indicators')}`
  return `${languageName(language)}: ${of} have words (${fields.join(', ')})${none}`
}
