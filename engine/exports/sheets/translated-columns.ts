import { FIRST_LANGUAGE, isLanguageCode, LANGUAGES } from '../../../shared/languages/languages.ts'
import { translatedColumnWords } from '../../../shared/messages/translations/exported-translations.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { fieldHeading, INDICATOR_FIELDS } from '../../../shared/model/indicator-fields.ts'
import { TRANSLATED_FIELDS } from '../../../shared/model/translations/translation.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { Column } from './columns.ts'
import { written } from './translation-columns.ts'

/** Tests whether words of a language are told apart from those of a list in another one when they are loaded. */
const isOther = (code: string, tag: string): boolean =>
  isLanguageCode(code) && code !== FIRST_LANGUAGE && LANGUAGES[code].tag !== tag

/**
 * The columns of the framework's words as they stand in other languages than the file's, under headings by which they are
 * loaded again. Words in its own language would be taken for the framework's.
 */
export function translatedColumns({
  translated,
  language,
}: Pick<ExportMaterial, 'translated' | 'language'>): readonly Column<Indicator>[] {
  const others = translated.filter(({ language: code }) => isOther(code, language.tag))
  const texts = new Map(others.map(one => [`${one.language} ${one.indicator}`, one.texts]))
  const codes = [...new Set(others.map(one => one.language))].toSorted()
  return codes.flatMap(code =>
    TRANSLATED_FIELDS.filter(field =>
      others.some(one => one.language === code && one.texts[field] !== undefined),
    ).map(field => ({
      name: `${fieldHeading(field)}_${code}`,
      width: INDICATOR_FIELDS[field].width,
      wraps: true,
      words: translatedColumnWords(field, code),
      value: ({ id }) => written(texts.get(`${code} ${id}`)?.[field]),
    })),
  )
}
