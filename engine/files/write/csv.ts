import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { CellValue, TableSheet } from './sheets.ts'

/** The signs that make a spreadsheet take text for a formula, behind any apostrophes of the text's own. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * Text that no spreadsheet takes for a formula. Text that already starts like neutralised text gets
 * an apostrophe more, so that taking one away always gives the text as typed.
 */
export function neutralise(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

const plainCell = (value: CellValue): CellValue =>
  typeof value === 'string' ? neutralise(value) : value

function* records(table: TableSheet): Generator<readonly CellValue[]> {
  yield table.columns.map(({ name }) => name)
  for (const row of table.rows) yield row.map(plainCell)
}

/**
 * Writes one table as UTF-8 with a byte order mark, without which Excel guesses at the letters, and
 * ends the stream. The rows are taken as fast as they are written.
 */
export async function writeCsv(out: Writable, table: TableSheet): Promise<void> {
  const lines = stringify({
    bom: true,
    record_delimiter: 'windows',
    // Left alone, it would not quote a line break of another kind than its own.
    quoted_match: /[\r\n]/,
  })
  await pipeline(Readable.from(records(table)), lines, out)
}
