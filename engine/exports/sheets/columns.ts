import { CODEBOOK_WORDS, type ColumnWords, CSV_RULE } from '../../../shared/messages/exports.ts'
import type { CellValue, TableColumn, TableSheet } from '../../files/write/sheets.ts'

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

/** A sheet as the codebook describes it. */
export interface DescribedSheet {
  readonly name: string
  readonly columns: readonly (TableColumn & { readonly words: ColumnWords })[]
}

interface Entry extends ColumnWords {
  readonly sheet: string
  readonly column: string
}

const CODEBOOK = 'Codebook'

const column = (
  name: keyof typeof CODEBOOK_WORDS,
  width: number,
  value: (entry: Entry) => string,
): Column<Entry> => ({ name, width, wraps: true, words: CODEBOOK_WORDS[name], value })

const COLUMNS: readonly Column<Entry>[] = [
  column('sheet', 18, ({ sheet }) => sheet),
  column('column', 26, entry => entry.column),
  column('meaning', 70, ({ meaning }) => meaning),
  column('values', 40, ({ values }) => values),
  column('unit', 20, ({ unit }) => unit),
]

/** The sheet that says what every column of every sheet means, its own and the csv's included. */
export function codebookSheet(sheets: readonly DescribedSheet[]): TableSheet {
  const entries = [...sheets, { name: CODEBOOK, columns: COLUMNS }].flatMap(({ name, columns }) =>
    columns.map(({ name: column, words }) => ({ sheet: name, column, ...words })),
  )
  return tableOf(CODEBOOK, COLUMNS, [
    ...entries,
    { sheet: 'csv export', column: 'all text', ...CSV_RULE },
  ])
}
