import type { DiaryEntry } from '../../../shared/model/diary.ts'
import type { ExportMaterial } from '../material/material.ts'
import { DIARY_COLUMNS } from '../sheets/diary-columns.ts'
import { type DataTable, dataTable, fieldOf } from './field.ts'

/** The diary of the whole study, the first entry first. */
export function diaryTable({ diary }: ExportMaterial): DataTable {
  return dataTable<DiaryEntry>({
    name: 'diary',
    title: 'Diary of the study',
    primaryKey: [],
    hasLongTexts: true,
    fields: DIARY_COLUMNS.map(column => {
      if (column.name === 'receipt') return fieldOf(column)
      const required = { constraints: { required: true } }
      return fieldOf(
        column,
        column.name === 'recorded_at' ? { ...required, type: 'datetime' } : required,
      )
    }),
    items: diary,
  })
}
