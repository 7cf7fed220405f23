import type { ExportMaterial } from '../material/material.ts'
import { TRANSLATION_COLUMNS } from '../sheets/translation-columns.ts'
import { type DataTable, dataTable, fieldOf } from './field.ts'

const MAY_BE_EMPTY: readonly string[] = ['field', 'text']

/** The words of indicators in other languages; no table where there are none. */
export function translationTables({ translations }: ExportMaterial): readonly DataTable[] {
  if (translations.length === 0) return []
  const table = dataTable({
    name: 'translations',
    title: 'Words of the framework in other languages',
    primaryKey: ['translation_id', 'field'],
    hasLongTexts: true,
    fields: TRANSLATION_COLUMNS.map(column =>
      fieldOf(
        column,
        MAY_BE_EMPTY.includes(column.name) ? {} : { constraints: { required: true } },
      ),
    ),
    items: () => translations,
  })
  return [table]
}
