import type { CheckColumn } from '../../shared/model/check.ts'
import { columnName } from '../files/cell-names.ts'
import type { Sheet } from '../files/spreadsheet.ts'
import { oneLine } from './cell-text.ts'
import type { Header } from './find-header.ts'

/** How many texts show what a column holds, and how many rows are looked through for them. */
const SAMPLES = 3
const ROWS_LOOKED_AT = 100
const LONGEST_SAMPLE = 120

/** Every column of a table with a heading or a text, from the left, with what it is taken for. */
export function tableColumns({ rows }: Sheet, header: Header): CheckColumn[] {
  const below = rows.filter(({ number }) => number > header.row).slice(0, ROWS_LOOKED_AT)
  const texts = new Map<number, Set<string>>()
  for (const [column, text] of below.flatMap(({ cells }) => cells)) {
    const seen = texts.get(column) ?? new Set<string>()
    if (seen.size < SAMPLES) seen.add(oneLine(text).slice(0, LONGEST_SAMPLE))
    texts.set(column, seen)
  }
  const fieldOf = new Map(
    [...header.fields].flatMap(([field, columns]) =>
      columns.map(column => [column, field] as const),
    ),
  )
  return [...new Set([...header.headings.keys(), ...texts.keys(), ...fieldOf.keys()])]
    .toSorted((a, b) => a - b)
    .map(column => ({
      column: columnName(column),
      heading: header.headings.get(column) ?? '',
      field: fieldOf.get(column) ?? null,
      hidden: header.hiddenColumns.has(column),
      samples: [...(texts.get(column) ?? [])],
    }))
}
