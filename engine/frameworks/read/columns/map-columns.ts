import { FRAMEWORK_FIELDS, type FrameworkField } from '../../../../shared/model/check.ts'
import type { SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import { groupBy } from '../../../group-by.ts'
import { oneLine } from '../words/cell-text.ts'
import { type HeadingMeaning, meaningOfHeading } from './recognise-heading.ts'
import {
  DEFINITION_PARTS,
  SECTION_DEPTHS,
  STATUS_QUESTIONS,
  TITLES_IF_NONE,
} from './special-headings.ts'

/** A heading that means nothing here, or means what the column of `takenBy` already holds. */
export interface UnmappedColumn {
  readonly column: number
  readonly heading: string
  readonly takenBy: number | null
}

/** The columns that a row of headings names, counted from 1. */
export interface ColumnMap {
  /** The columns of each field: mostly one, several where a field is spread over them. */
  readonly fields: ReadonlyMap<FrameworkField, readonly number[]>
  readonly unmapped: readonly UnmappedColumn[]
  /** The heading of every column that has one, on one line. */
  readonly headings: ReadonlyMap<number, string>
  readonly firstColumn: number
  /** The number of columns that the row of headings spans; the last ones may have blank headings. */
  readonly width: number
}

interface Match extends HeadingMeaning {
  readonly column: number
}

function match([column, text]: SheetRow['cells'][number]): Match | null {
  const meaning = meaningOfHeading(text)
  return meaning ? { column, ...meaning } : null
}

const depthOf = ({ name }: Match): number => SECTION_DEPTHS.get(name) ?? 1

/** The columns of levels of sections, outermost first: the best of each depth. */
function sectionColumns(bestFirst: readonly Match[]): readonly number[] {
  const byDepth = new Map(bestFirst.toReversed().map(found => [depthOf(found), found.column]))
  return [...byDepth].toSorted(([a], [b]) => a - b).map(([, column]) => column)
}

/** The definition's own column, and then those that make up one together, from the left. */
function definitionColumns(bestFirst: readonly Match[]): readonly number[] {
  const whole = bestFirst.filter(({ name }) => !DEFINITION_PARTS.has(name)).slice(0, 1)
  const words = new Map(
    bestFirst.toReversed().flatMap(({ name, column }) => {
      const word = DEFINITION_PARTS.get(name)
      return word ? [[word, column] as const] : []
    }),
  )
  return [...whole.map(({ column }) => column), ...[...words.values()].toSorted((a, b) => a - b)]
}

/** The status's own column, or the two to be ticked: `Existing` and `New`. */
function statusColumns([best, ...others]: readonly Match[]): readonly number[] {
  const asked = best && STATUS_QUESTIONS.get(best.name)
  if (!asked) return best ? [best.column] : []
  const opposite = others.find(({ name }) => {
    const meaning = STATUS_QUESTIONS.get(name)
    return meaning !== undefined && meaning !== asked
  })
  const columns = opposite ? [best.column, opposite.column] : [best.column]
  return columns.toSorted((a, b) => a - b)
}

function columnsOf(field: FrameworkField, matches: readonly Match[]): readonly number[] {
  switch (field) {
    case 'section':
      return sectionColumns(matches)
    case 'definition':
      return definitionColumns(matches)
    case 'status':
      return statusColumns(matches)
    case 'notes':
      return matches.map(({ column }) => column).toSorted((a, b) => a - b)
    default:
      return matches.slice(0, 1).map(({ column }) => column)
  }
}

/** The column map of these fields over a row of headings. */
export function columnMap(
  headings: SheetRow,
  fields: ReadonlyMap<FrameworkField, readonly number[]>,
): ColumnMap {
  const inUse = new Set([...fields.values()].flat())
  return {
    fields: new Map(
      FRAMEWORK_FIELDS.flatMap(field => {
        const columns = fields.get(field) ?? []
        return columns.length === 0 ? [] : [[field, columns] as const]
      }),
    ),
    unmapped: headings.cells
      .filter(([column]) => !inUse.has(column))
      .map(cell => ({
        column: cell[0],
        heading: oneLine(cell[1]),
        takenBy: takenBy(cell, fields),
      })),
    headings: new Map(headings.cells.map(([column, text]) => [column, oneLine(text)])),
    firstColumn: headings.cells[0]?.[0] ?? 1,
    width: headings.width,
  }
}

/** Takes a description of the indicator for its title if no column is called a title. */
function withTitle(matches: readonly Match[]): readonly Match[] {
  const spare = matches.find(({ name }) => TITLES_IF_NONE.has(name))
  if (!spare || matches.some(({ field }) => field === 'title')) return matches
  return matches.map(found => (found === spare ? { ...found, field: 'title' } : found))
}

/**
 * Reads a row as headings. Of two columns for one field, the draft's own name wins, then a name that
 * people use for it, then the left one. Hidden columns are not read: whoever hid them did not mean them to be seen.
 */
export function mapColumns(headings: SheetRow, hidden: ReadonlySet<number> = new Set()): ColumnMap {
  const bestFirst = headings.cells
    .filter(([column]) => !hidden.has(column))
    .map(match)
    .filter(found => found !== null)
    .toSorted((a, b) => b.rank - a.rank)
  const byField = groupBy(withTitle(bestFirst), ({ field }) => field)
  return columnMap(
    headings,
    new Map([...byField].map(([field, matches]) => [field, columnsOf(field, matches)])),
  )
}

function takenBy(
  cell: SheetRow['cells'][number],
  fields: ReadonlyMap<FrameworkField, readonly number[]>,
): number | null {
  const meaning = match(cell)
  return meaning ? (fields.get(meaning.field)?.[0] ?? null) : null
}
