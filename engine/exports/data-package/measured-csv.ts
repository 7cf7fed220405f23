import { createHash } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { neutralise } from '../../files/write/csv.ts'
import type { CellValue } from '../../files/write/sheets.ts'
import type { DataTable } from '../tables/field.ts'

/** A table as it was written: what a description of the file has to say of it. */
export interface MeasuredTable {
  readonly table: DataTable
  readonly path: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
  /** The bytes of the longest text of each field. */
  readonly widths: readonly number[]
  /** For each field, if an apostrophe stands before any of its texts, which a spreadsheet could take for a formula. */
  readonly guarded: readonly boolean[]
}

const ROWS_AT_ONCE = 500

/** The file of a table in a data package. */
export const pathOf = ({ name }: Pick<DataTable, 'name'>): string => `data/${name}.csv`

/**
 * A table as csv for programs: UTF-8 without a byte order mark, lines that end with LF, empty for no
 * value. `done` is told what was written when all of it was taken.
 */
export function* measuredCsv(
  table: DataTable,
  done: (measured: MeasuredTable) => void,
): Generator<string> {
  const hash = createHash('sha256')
  const widths = table.fields.map(() => 0)
  const guarded = table.fields.map(() => false)
  let [rows, bytes] = [0, 0]
  for (const batch of batches(table)) {
    const text = stringify(
      batch.map(row => [...row]),
      { quoted_match: /[\r\n]/ },
    )
    hash.update(text)
    bytes += Buffer.byteLength(text)
    yield text
  }
  const path = pathOf(table)
  done({ table, path, rows, bytes, sha256: hash.digest('hex'), widths, guarded })

  function* batches({
    fields,
    rows: all,
  }: DataTable): Generator<readonly (readonly CellValue[])[]> {
    let batch: (readonly CellValue[])[] = [fields.map(({ name }) => name)]
    for (const row of all()) {
      const cells = row.map(cell => (typeof cell === 'string' ? neutralise(cell) : cell))
      for (const [index, cell] of cells.entries()) {
        if (typeof cell !== 'string') continue
        if (cell !== row[index]) guarded[index] = true
        widths[index] = Math.max(widths[index] ?? 0, Buffer.byteLength(cell))
      }
      rows++
      batch.push(cells)
      if (batch.length < ROWS_AT_ONCE) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  }
}
