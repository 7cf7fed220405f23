import { FRAMEWORK_FIELDS, type FrameworkField } from '../../shared/model/check.ts'
import type { SheetRow } from '../files/spreadsheet.ts'
import { oneLine, plainName } from './cell-text.ts'
import { COLUMN_NAMES } from './column-names.ts'

/** A heading that means nothing here, or means what the column of `takenBy` already holds. */
export interface UnmappedColumn {
  readonly column: number
  readonly heading: string
  readonly takenBy: number | null
}

/** What a row of headings says about the columns, which are counted from 1. */
export interface ColumnMap {
  readonly fields: ReadonlyMap<FrameworkField, number>
  readonly unmapped: readonly UnmappedColumn[]
  /** Every column that has a heading. */
  readonly headed: ReadonlySet<number>
  readonly firstColumn: number
  /** How many columns the row of headings reaches over; the last may have blank headings. */
  readonly width: number
}

interface Match {
  readonly column: number
  readonly field: FrameworkField
  /** Whether this is the draft framework's own name for the field, and not one like it. */
  readonly isOwnName: boolean
}

const MEANINGS: ReadonlyMap<string, Omit<Match, 'column'>> = new Map(
  FRAMEWORK_FIELDS.flatMap(field =>
    COLUMN_NAMES[field].map((name, rank) => [name, { field, isOwnName: rank === 0 }] as const),
  ),
)

function match([column, text]: SheetRow['cells'][number]): Match | null {
  const meaning = MEANINGS.get(plainName(text))
  return meaning ? { column, ...meaning } : null
}

/** Reads a row as headings. Of two columns for one field, the draft's own name or else the left one wins. */
export function mapColumns(headings: SheetRow): ColumnMap {
  const bestFirst = headings.cells
    .map(match)
    .filter(found => found !== null)
    .toSorted((a, b) => Number(b.isOwnName) - Number(a.isOwnName))
  const taken = new Map<FrameworkField, number>()
  for (const { field, column } of bestFirst) if (!taken.has(field)) taken.set(field, column)

  const inUse = new Set(taken.values())
  return {
    fields: new Map(
      FRAMEWORK_FIELDS.flatMap(field => {
        const column = taken.get(field)
        return column === undefined ? [] : [[field, column] as const]
      }),
    ),
    unmapped: headings.cells
      .filter(([column]) => !inUse.has(column))
      .map(cell => ({
        column: cell[0],
        heading: oneLine(cell[1]),
        takenBy: takenBy(cell, taken),
      })),
    headed: new Set(headings.cells.map(([column]) => column)),
    firstColumn: headings.cells[0]?.[0] ?? 1,
    width: headings.width,
  }
}

function takenBy(
  cell: SheetRow['cells'][number],
  taken: ReadonlyMap<FrameworkField, number>,
): number | null {
  const meaning = match(cell)
  return meaning ? (taken.get(meaning.field) ?? null) : null
}
