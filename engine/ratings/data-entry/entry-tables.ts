import {
  RATING_HEADINGS,
  type RatingHeading,
  type RatingsChoices,
} from '../../../shared/model/data-entry.ts'
import { columnNumber } from '../../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetRow, SpreadsheetFormat } from '../../files/spreadsheet/spreadsheet.ts'
import { oneLine } from '../../frameworks/read/words/cell-text.ts'
import { footerReason } from '../../frameworks/read/words/footers.ts'
import { type Layout, type LayoutRules, layoutOf, type RepeatedColumn } from './entry-layout.ts'
import { type EntryRow, entriesOf, factsOf } from './entry-rows.ts'
import { carriedDown, saidByColumn, saidOnce } from './entry-said.ts'

/** The columns that a file may leave out: the round is then 1, and there are no comments. */
const OPTIONAL: readonly RatingHeading[] = ['round', 'comment']

/** The number of rows in which headings are searched: they follow a title and some notes at most. */
const ROWS_SEARCHED = 50

/** The fewest known headings in a header row, since one such word may occur in any row. */
const FEWEST_HEADINGS = 2

/** A table of ratings: the position of each column, and the ratings below the headings. */
export interface RatingsTable {
  /** The name of the sheet, where the file has several. */
  readonly sheet: { readonly sheet?: string }
  readonly source: Sheet
  readonly header: SheetRow
  readonly layout: Layout
  /** Unknown headings, whose columns are not read. */
  readonly ignored: readonly string[]
  /** Headings that two columns have. */
  readonly repeated: readonly RepeatedColumn[]
  readonly missing: readonly RatingHeading[]
  /** Columns with answers or comments that the spreadsheet does not show, where nobody said what becomes of them. */
  readonly hiddenColumns: readonly number[]
  readonly rows: readonly EntryRow[]
}

/** The rules by which tables are found: what a workbook knows, and what a person chose. */
export interface TableRules extends Pick<LayoutRules, 'headed' | 'isAnswer'> {
  readonly choices: RatingsChoices
}

const layoutRules = ({ headed, isAnswer, choices }: TableRules, sheet: Sheet): LayoutRules => {
  const chosen = Object.entries(choices.columns ?? {}).map(
    ([letters, field]) => [columnNumber(letters), field] as const,
  )
  // Whoever leaves out what is hidden leaves out the columns too.
  const hidden =
    choices.hiddenRows === 'leave'
      ? sheet.hiddenColumns.map(column => [column, 'none'] as const)
      : []
  const said = new Set(Object.keys(choices.said ?? {}) as RatingHeading[])
  return { headed, isAnswer, chosen: new Map([...hidden, ...chosen]), said }
}

function tableUnder(
  sheet: Sheet,
  header: SheetRow,
  format: SpreadsheetFormat,
  rules: TableRules,
): RatingsTable {
  const known = layoutRules(rules, sheet)
  const above = saidOnce(sheet, header)
  const layout = layoutOf(header, sheet, {
    ...known,
    said: new Set([...known.said, ...above.keys()]),
  })
  const { columns, ratings, holds, repeated } = layout
  const byColumn = saidByColumn(sheet, header, layout)
  const rows = sheet.rows.filter(
    row =>
      row.number > header.number &&
      !byColumn.rows.has(row.number) &&
      isRating(row, layout) &&
      footerReason(row.cells) !== 'total',
  )
  const carried = carriedDown(rows, sheet, columns)
  const facts = factsOf(sheet, header, format)
  const said = new Map([...saidEverywhere(rules.choices), ...above])
  const isByPerson = [...holds.values()].some(({ is }) => is === 'person')
  // People who have a column each may be known; a row that needs a group asks for it.
  const optional = isByPerson ? [...OPTIONAL, 'group'] : OPTIONAL
  const isGiven = (name: RatingHeading): boolean =>
    columns.has(name) ||
    said.has(name) ||
    ratings.every(
      cells => cells.said.has(name) || cells.at.has(name) || byColumn.said(cells, name) !== null,
    )
  return {
    sheet: {},
    source: sheet,
    header,
    layout,
    ignored: header.cells.filter(([column]) => !holds.has(column)).map(([, text]) => oneLine(text)),
    repeated,
    missing: RATING_HEADINGS.filter(name => !isGiven(name) && !optional.includes(name)),
    hiddenColumns:
      rules.choices.hiddenRows === undefined
        ? sheet.hiddenColumns.filter(column => tells(layout, column))
        : [],
    rows: rows.flatMap(row =>
      entriesOf(row, layout, {
        given: new Map([...said, ...(carried.get(row.number) ?? [])]),
        byColumn,
        facts,
      }),
    ),
  }
}

/** Tests whether a column holds answers or comments. Who a row is about may well be hidden, as in our own form. */
const tells = ({ columns, ratings }: Layout, column: number): boolean =>
  [columns, ...ratings.map(({ at }) => at)].some(
    places => places.get('answer') === column || places.get('comment') === column,
  )

const saidEverywhere = ({
  said = {},
}: RatingsChoices): readonly (readonly [RatingHeading, string])[] =>
  Object.entries(said).map(([name, text]) => [name as RatingHeading, text])

/** Tests whether a row has something of a rating: below headed columns, an answer or a comment. */
function isRating({ cells }: SheetRow, { columns, ratings, holds }: Layout): boolean {
  const isHeaded = [...holds.values()].some(({ is }) => is !== 'field')
  const used = new Set([
    ...(isHeaded ? [] : columns.values()),
    ...ratings.flatMap(({ at }) => [...at.values()]),
  ])
  return cells.some(([column]) => used.has(column))
}

/** The table of a sheet with the most known headings, or below the row that was chosen; null if it has none. */
function tableOf(sheet: Sheet, format: SpreadsheetFormat, rules: TableRules): RatingsTable | null {
  const { headerRow } = rules.choices
  const known = layoutRules(rules, sheet)
  if (headerRow !== undefined) {
    const header = sheet.rows.find(({ number }) => number >= headerRow)
    return header ? tableUnder(sheet, header, format, rules) : null
  }
  let best: SheetRow | null = null
  let most = FEWEST_HEADINGS - 1
  for (const row of sheet.rows.slice(0, ROWS_SEARCHED)) {
    const { size } = layoutOf(row, sheet, known).holds
    if (size > most) [best, most] = [row, size]
  }
  return best ? tableUnder(sheet, best, format, rules) : null
}

/** Tests whether a table says by its own headings who answered what, with no column taken for a person. */
const saysWho = ({ layout: { columns } }: RatingsTable): boolean =>
  columns.has('participant') && columns.has('indicator')

/**
 * The tables that are read of those with all that ratings need. Figures beside ratings, as in a spreadsheet of
 * ours, have columns that may be people's: where a sheet says who answered, such a guess is none.
 */
const surest = (whole: readonly RatingsTable[]): readonly RatingsTable[] =>
  whole.some(saysWho) ? whole.filter(saysWho) : whole

/** The tables of a file, and the sheets with something in them that have none or are hidden. */
export interface FoundTables {
  readonly tables: readonly RatingsTable[]
  readonly unread: readonly string[]
}

/** Finds the table of every sheet that is not hidden, or of those that were asked for. */
export function findRatingsTables(
  sheets: readonly Sheet[],
  format: SpreadsheetFormat,
  rules: TableRules,
): FoundTables {
  const wanted = rules.choices.sheets?.map(name => name.trim().toLowerCase())
  const asked = sheets.filter(({ name, hidden }) =>
    wanted === undefined ? !hidden : wanted.includes(name.toLowerCase()),
  )
  const found = asked.map(sheet => ({ sheet, table: tableOf(sheet, format, rules) }))
  // A few known words may stand on any sheet; what has all that ratings need is a table of them.
  const some = found.filter(({ table }) => table !== null)
  const whole = surest(found.flatMap(({ table }) => (table?.missing.length === 0 ? [table] : [])))
  const sure = some.filter(({ table }) => table !== null && whole.includes(table))
  const read = wanted === undefined ? (sure.length > 0 ? sure : some.slice(0, 1)) : some
  const isOne = sheets.length === 1
  return {
    tables: read.flatMap(({ sheet, table }) =>
      table ? [{ ...table, sheet: isOne ? {} : { sheet: sheet.name } }] : [],
    ),
    unread: sheets
      .filter(sheet => sheet.rows.length > 0 && !read.some(one => one.sheet === sheet))
      .map(({ name }) => name),
  }
}
