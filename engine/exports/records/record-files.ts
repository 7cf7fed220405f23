import type { ParquetColumn, ParquetType } from '../../files/write/parquet.ts'
import type { Field } from '../../packages/format/record-kind.ts'
import { RECORD_TABLES, recordKind } from '../../packages/format/record-kinds.ts'
import type { RecordTable } from '../../store/packages/record-table.ts'

/**
 * The tables of records that a warehouse gets. The hashes of people's four words stay where they are needed, as does
 * the key to which packages are encrypted: no number comes from them.
 */
export const EXPORTED_TABLES: readonly RecordTable[] = RECORD_TABLES.filter(
  ({ table }) => !['recall_words', 'team_key_record'].includes(table),
)

const MOMENTS = new Set(['recorded_at', 'loaded_at', 'since'])

function typeOf({ column, form, schema }: Field): ParquetType {
  if (form === 'flag' || acceptsNumbers(schema)) return 'integer'
  return MOMENTS.has(column) ? 'datetime' : 'string'
}

/** Numbers of records are whole, and none of them is only ever negative. */
const acceptsNumbers = (schema: Field['schema']): boolean =>
  [0, 1, 2].some(number => schema.safeParse(number).success)

/** The columns of a table of records in its files. What names a record is always there. */
export function columnsOf({ kind, key }: RecordTable): readonly ParquetColumn[] {
  const fields = Object.values(recordKind(kind)?.fields ?? {})
  return fields.map(field => ({
    name: field.column,
    type: typeOf(field),
    required: key.includes(field.column),
  }))
}

/** The table of the study that a folder comes from: one row. */
export const STUDY_COLUMNS: readonly ParquetColumn[] = [
  { name: 'study', type: 'string', required: true },
  { name: 'title', type: 'string', required: true },
  { name: 'scale', type: 'integer', required: true },
  { name: 'made_up', type: 'integer', required: true },
]

/** The table of records that were set aside in a workbook, because others of the same id were known. */
export const APART_COLUMNS: readonly ParquetColumn[] = ['kind', 'key', 'person', 'line'].map(
  name => ({ name, type: 'string', required: true }),
)
