import type { ColumnWords } from '../../shared/messages/exports.ts'
import type { CellValue, TableColumn, TableSheet } from '../files/sheets.ts'

/** A column of an export: how it looks, what the codebook says of it, and where its values are. */
export interface Column<Item> extends TableColumn {
  readonly words: ColumnWords
  readonly value: (item: Item) => CellValue
}

/** A sheet with one row for each item; items are taken one at a time. */
export function tableOf<Item>(
  name: string,
  columns: readonly Column<Item>[],
  items: Iterable<Item>,
): TableSheet {
  return { kind: 'table', name, columns, rows: rowsOf(columns, items) }
}

function* rowsOf<Item>(
  columns: readonly Column<Item>[],
  items: Iterable<Item>,
): Generator<readonly CellValue[]> {
  for (const item of items) yield columns.map(column => column.value(item))
}
