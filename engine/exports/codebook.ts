import { CODEBOOK_WORDS, type ColumnWords, CSV_RULE } from '../../shared/messages/exports.ts'
import type { TableColumn, TableSheet } from '../files/sheets.ts'
import { type Column, tableOf } from './column.ts'

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
