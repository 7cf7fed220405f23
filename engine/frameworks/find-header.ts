import type { Sheet, SheetRow } from '../files/spreadsheet.ts'
import { type ColumnMap, mapColumns } from './map-columns.ts'

/** The row of headings of a framework table, and what its columns hold. */
export interface Header extends ColumnMap {
  readonly row: number
}

/** Headings stand below a title and a few notes at most, not deep inside a sheet. */
const ROWS_SEARCHED = 50

/** One known word may stand in any row; two in a row are headings. */
const FEWEST_FIELDS = 2

const toHeader = (row: SheetRow): Header => ({ row: row.number, ...mapColumns(row) })

/** The row among the first of a sheet that knows most of the columns; null if none does. */
export function findHeader(sheet: Sheet): Header | null {
  const headers = sheet.rows.slice(0, ROWS_SEARCHED).map(toHeader)
  return headers.reduce<Header | null>(
    (best, next) => (next.fields.size > (best?.fields.size ?? FEWEST_FIELDS - 1) ? next : best),
    null,
  )
}
