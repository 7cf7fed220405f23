import { cellName } from '../files/cell-names.ts'
import type { Sheet, SheetRow } from '../files/spreadsheet.ts'
import { oneLine, plainName } from '../frameworks/cell-text.ts'

/** The headings of a file of keyed-in ratings. */
export const RATING_HEADINGS = [
  'participant',
  'group',
  'indicator',
  'criterion',
  'round',
  'answer',
  'comment',
] as const
export type RatingHeading = (typeof RATING_HEADINGS)[number]

/** What a file may leave out: the round is then 1, and there are no comments. */
const OPTIONAL: readonly RatingHeading[] = ['round', 'comment']

/** Headings stand below a title and a few notes at most, not deep inside a sheet. */
const ROWS_SEARCHED = 50

/** One known word may stand in any row; two in a row are headings. */
const FEWEST_HEADINGS = 2

/** A table of keyed-in ratings: where each column is, and the rows below the headings. */
export interface RatingsTable {
  readonly headerRow: number
  readonly columns: ReadonlyMap<RatingHeading, number>
  /** Headings that mean nothing here; what stands under them is not read. */
  readonly ignored: readonly string[]
  readonly missing: readonly RatingHeading[]
  readonly rows: readonly SheetRow[]
}

const knownHeading = (text: string): RatingHeading | undefined =>
  RATING_HEADINGS.find(heading => heading === plainName(text))

/** The table with the most known headings among the sheets that are not hidden; null if none has. */
export function findRatingsTable(sheets: readonly Sheet[]): RatingsTable | null {
  const candidates = sheets
    .filter(sheet => !sheet.hidden)
    .flatMap(sheet => sheet.rows.slice(0, ROWS_SEARCHED).map(row => tableUnder(sheet, row)))
  return candidates.reduce<RatingsTable | null>(
    (best, next) => (next.columns.size > (best?.columns.size ?? FEWEST_HEADINGS - 1) ? next : best),
    null,
  )
}

function tableUnder(sheet: Sheet, header: SheetRow): RatingsTable {
  const columns = new Map<RatingHeading, number>()
  const ignored: string[] = []
  for (const [column, text] of header.cells) {
    const heading = knownHeading(text)
    if (heading && !columns.has(heading)) columns.set(heading, column)
    else ignored.push(oneLine(text))
  }
  return {
    headerRow: header.number,
    columns,
    ignored,
    missing: RATING_HEADINGS.filter(name => !columns.has(name) && !OPTIONAL.includes(name)),
    rows: sheet.rows.filter(row => row.number > header.number && hasAny(row, columns)),
  }
}

const hasAny = (row: SheetRow, columns: ReadonlyMap<RatingHeading, number>): boolean =>
  row.cells.some(([column]) => [...columns.values()].includes(column))

/** What stands in a row under a heading; empty where nothing does. */
export function textUnder(table: RatingsTable, row: SheetRow, heading: RatingHeading): string {
  const column = table.columns.get(heading)
  return row.cells.find(cell => cell[0] === column)?.[1] ?? ''
}

/** The name of the cell of a row under a heading. */
export function cellUnder(table: RatingsTable, row: number, heading: RatingHeading): string {
  return cellName(table.columns.get(heading) ?? 1, row)
}
