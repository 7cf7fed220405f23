import { sectionPath } from '../../../shared/messages/framework.ts'
import { TRANSLATION_COLUMN_WORDS } from '../../../shared/messages/translations/exported-translations.ts'
import { INDICATOR_FIELDS } from '../../../shared/model/indicator-fields.ts'
import { TRANSLATED_FIELDS } from '../../../shared/model/translations/translation.ts'
import { getAllTranslations, type TranslationRecord } from '../../store/records/translations.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { Column } from './columns.ts'

/** One text of a translation; one without any, which takes earlier ones away, has no field. */
export interface ExportedTranslation extends Omit<TranslationRecord, 'texts'> {
  readonly field: string
  readonly text: string
}

/** A text of a translation as it stands in a cell; empty where there is none. */
export const written = (text: string | readonly string[] = ''): string =>
  typeof text === 'string' ? text : sectionPath(text)

/** Every text of every translation, in the order of their making, those that were replaced included. */
export const exportedTranslations = (store: ReadableStore): readonly ExportedTranslation[] =>
  getAllTranslations(store).flatMap(({ texts, ...record }) => {
    const filled = TRANSLATED_FIELDS.flatMap(field => {
      const text = texts[field]
      if (text === undefined) return []
      return [{ ...record, field: INDICATOR_FIELDS[field].column, text: written(text) }]
    })
    return filled.length > 0 ? filled : [{ ...record, field: '', text: '' }]
  })

const column = (
  name: keyof typeof TRANSLATION_COLUMN_WORDS,
  width: number,
  value: Column<ExportedTranslation>['value'],
): Column<ExportedTranslation> => ({
  ...{ name, width, value, words: TRANSLATION_COLUMN_WORDS[name] },
})

/** The columns of the words of indicators in other languages. */
export const TRANSLATION_COLUMNS: readonly Column<ExportedTranslation>[] = [
  column('translation_id', 38, ({ id }) => id),
  column('indicator_id', 38, ({ indicator }) => indicator),
  column('framework', 20, ({ framework }) => framework),
  column('language', 10, ({ language }) => language),
  column('field', 14, ({ field }) => field),
  { ...column('text', 60, ({ text }) => text), wraps: true },
  { ...column('loaded_at', 25, ({ recordedAt }) => recordedAt), date: 'moment' },
]
