import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { isHeldOpen, patientlyLater } from '../../disk/patience.ts'
import type { CellValue } from './sheets.ts'

/** The kinds of values that a column of ours holds. */
export type ParquetType = 'string' | 'integer' | 'number' | 'date' | 'datetime'

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string
  readonly type: ParquetType
  readonly required: boolean
}

/** A Parquet file to be written; its rows are taken one group at a time. */
export interface ParquetContent {
  readonly program: string
  readonly columns: readonly ParquetColumn[]
  readonly rows: Iterable<readonly CellValue[]>
}

const TYPES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
  datetime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const

/** Enough rows for engines to skip by, few enough to hold. */
const ROWS_IN_GROUP = 50_000

/** Writes a Parquet file (Snappy), with the folders that it lies in, and flushes it to disk. */
export async function writeParquet(path: string, content: ParquetContent): Promise<void> {
  // Loaded when it is needed: few exports are of this kind.
  const { fileWriter, parquetWriteRows } = await import('hyparquet-writer')
  const { columns, program } = content
  mkdirSync(dirname(path), { recursive: true })
  parquetWriteRows({
    writer: fileWriter(path),
    rows: objects(content),
    columns: columns.map(({ name }) => ({ name })),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type, required }) => ({
        name,
        ...TYPES[type],
        repetition_type: required ? ('REQUIRED' as const) : ('OPTIONAL' as const),
      })),
    ],
    rowGroupSize: ROWS_IN_GROUP,
    createdBy: program,
  })
  const file = await patientlyLater(async () => openSync(path, 'r+'), isHeldOpen)
  fsyncSync(file)
  closeSync(file)
}

function* objects({ columns, rows }: ParquetContent): Generator<Record<string, unknown>> {
  for (const row of rows) {
    yield Object.fromEntries(
      columns.map(({ name, type }, index) => [name, toParquet(row[index] ?? null, type)]),
    )
  }
}

function toParquet(value: CellValue, type: ParquetType): CellValue | Date {
  const isMoment = type === 'date' || type === 'datetime'
  return isMoment && value !== null ? new Date(value) : value
}
