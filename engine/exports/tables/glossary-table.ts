import type { ExportMaterial } from '../material/material.ts'
import { GLOSSARY_COLUMNS } from '../sheets/glossary-columns.ts'
import { type DataTable, dataTable, fieldOf } from './field.ts'

const REQUIRED: readonly string[] = ['term', 'meaning']

/** The words that the framework uses and what they mean; no table where it has no glossary. */
export function glossaryTables({ glossary }: ExportMaterial): readonly DataTable[] {
  if (glossary.length === 0) return []
  const table = dataTable({
    name: 'glossary',
    title: 'Words that the framework uses',
    primaryKey: ['term'],
    hasLongTexts: true,
    fields: GLOSSARY_COLUMNS.map(column =>
      fieldOf(column, REQUIRED.includes(column.name) ? { constraints: { required: true } } : {}),
    ),
    items: () => glossary,
  })
  return [table]
}
