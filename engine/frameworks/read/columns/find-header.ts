import {
  type CheckChoices,
  FRAMEWORK_FIELDS,
  type FrameworkField,
} from '../../../../shared/model/check.ts'
import { columnNumber } from '../../../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import { plainName } from '../words/cell-text.ts'
import { withCodeInTitle } from '../words/codes.ts'
import { knownDataType, knownStatus } from '../words/known-values.ts'
import { type ColumnContent, contentsBelow } from './column-content.ts'
import { type Guess, guessColumns } from './guess-columns.ts'
import { fieldsByContent, otherByContent } from './judge-columns.ts'
import { type ColumnMap, columnMap, mapColumns } from './map-columns.ts'
import { headingName, meaningOfHeading, statusUnder } from './recognise-heading.ts'
import { DOUBTFUL_NAMES } from './special-headings.ts'

/** The headings of a framework table, and what its columns hold. The table begins below `row`. */
export interface Header extends ColumnMap {
  readonly row: number
  /** The rows that the headings stand in: mostly one, two where some reach over two. */
  readonly headingRows: readonly SheetRow[]
  readonly hiddenColumns: ReadonlySet<number>
  /** Fields that were guessed by the values of a column, because no heading names them. */
  readonly guesses: readonly Guess[]
  /** The content of each column. */
  readonly contents: ReadonlyMap<number, ColumnContent>
  /** The column that is taken for the second of two fields without which there is no table. */
  readonly byContent?: Guess
}

/** Headings stand below a title and a few notes at most, not deep inside a sheet. */
const ROWS_SEARCHED = 50

/** One known word may stand in any row; two in a row are headings. */
const FEWEST_FIELDS = 2

/** The text over each column in the row above; a merged cell extends to the last column it covers. */
function bandsOver(
  row: SheetRow,
  { spans }: Sheet,
  lastColumn: number,
): ReadonlyMap<number, string> {
  return new Map(
    row.cells.flatMap(([column, text]) => {
      const span = spans.find(({ from, column: first }) => from === row.number && first === column)
      const last = Math.max(column, Math.min(span?.toColumn ?? column, lastColumn))
      return Array.from({ length: last - column + 1 }, (_, n) => [column + n, text] as const)
    }),
  )
}

/** A heading of two rows: whichever is known, the text in both, or that of the lower or upper row. */
function bestHeading(upper: string | undefined, lower: string | undefined): string | null {
  if (!upper || !lower) return lower ?? upper ?? null
  const both = `${upper} ${lower}`
  return meaningOfHeading(both) || !meaningOfHeading(lower) ? both : lower
}

/** Two rows read as one row of headings, which counts as the lower one. */
function joinedRows(upper: SheetRow, lower: SheetRow, sheet: Sheet): SheetRow {
  const bands = bandsOver(upper, sheet, Math.max(upper.width, lower.width))
  const own = new Map(lower.cells)
  const columns = [...new Set([...bands.keys(), ...own.keys()])].toSorted((a, b) => a - b)
  return {
    number: lower.number,
    width: Math.max(upper.width, lower.width),
    cells: columns.flatMap((column): SheetRow['cells'] => {
      const heading = bestHeading(bands.get(column), own.get(column))
      return heading === null ? [] : [[column, heading]]
    }),
  }
}

/** A row of headings in which one that is merged over levels of sections names each of them. */
function withMergedLevels(headings: SheetRow, { spans }: Sheet): SheetRow {
  const more = headings.cells.flatMap(([column, text]) => {
    const span = spans.find(
      ({ from, column: first }) => from === headings.number && first === column,
    )
    const levels = span && span.from === span.to ? span.toColumn - column : 0
    if (levels < 1 || levels > MOST_LEVELS || meaningOfHeading(text)?.field !== 'section') return []
    return Array.from({ length: levels }, (_, at): SheetRow['cells'][number] => [
      column + at + 1,
      `${text} ${at + 2}`,
    ])
  })
  const own = new Set(headings.cells.map(([column]) => column))
  const added = more.filter(([column]) => !own.has(column))
  if (added.length === 0) return headings
  return {
    ...headings,
    cells: [...headings.cells, ...added].toSorted(([a], [b]) => a - b),
    width: Math.max(headings.width, ...added.map(([column]) => column)),
  }
}

function toHeader(sheet: Sheet, row: SheetRow, headingRows: readonly SheetRow[]): Header {
  const headings = withMergedLevels(row, sheet)
  const hiddenColumns = new Set(sheet.hiddenColumns)
  return {
    row: headings.number,
    headingRows,
    hiddenColumns,
    guesses: [],
    contents: new Map(),
    ...mapColumns(headings, hiddenColumns),
  }
}

/** The headings that a row may be, by itself or with the row above it, of which it needs a part. */
function headersAt(sheet: Sheet, index: number): readonly Header[] {
  const [row, above] = [sheet.rows[index], sheet.rows[index - 1]]
  if (!row) return []
  const alone = toHeader(sheet, row, [row])
  if (above?.number !== row.number - 1 || !row.cells.some(([, text]) => isPart(text)))
    return [alone]
  return [alone, toHeader(sheet, joinedRows(above, row, sheet), [above, row])]
}

/** No list has sections within each other to a greater depth. */
const MOST_LEVELS = 3

/** A heading is a few words; a whole sentence below a heading is what it heads. */
const isPart = (text: string): boolean => text.length <= 60 && /\p{Letter}/u.test(text)

/** The number of fields that a row of headings names, without notes, which any list has. */
const columnsKnown = ({ fields }: Header): number => fields.size - Number(fields.has('notes'))

const partsKnown = ({ fields }: Header): number => [...fields.values()].flat().length

/** The headings that know more fields, or of as many more of their parts: a numerator, a sub-theme. */
function withMost(best: Header | null, next: Header): Header | null {
  const more = columnsKnown(next) - (best ? columnsKnown(best) : FEWEST_FIELDS - 1)
  return more > 0 || (more === 0 && best && partsKnown(next) > partsKnown(best)) ? next : best
}

/** The number of texts at the top of a column that are inspected to see what it holds. */
const SAMPLE = 50

function isWhatItSeems(sheet: Sheet, header: Header, field: FrameworkField): boolean {
  const [column] = header.fields.get(field) ?? []
  const heading = column === undefined ? '' : (header.headings.get(column) ?? '')
  if (column === undefined || !DOUBTFUL_NAMES.has(headingName(heading))) return true
  const texts = sheet.rows
    .filter(({ number }) => number > header.row)
    .flatMap(({ cells }) => cells.filter(cell => cell[0] === column).map(([, text]) => text))
    .slice(0, SAMPLE)
  const statusOf = statusUnder(heading)
  return texts.some(text =>
    field === 'status' ? knownStatus(statusOf(text)) !== null : knownDataType(text) !== null,
  )
}

/** Lets go of columns whose heading promised something that none of their texts is. */
function withoutDoubtful(sheet: Sheet, header: Header): Header {
  const kept = [...header.fields].filter(([field]) => isWhatItSeems(sheet, header, field))
  return withFields(header, new Map(kept))
}

function withFields(
  header: Header,
  fields: ReadonlyMap<FrameworkField, readonly number[]>,
): Header {
  const cells = [...header.headings].map(([column, text]): [number, string] => [column, text])
  return { ...header, ...columnMap({ number: header.row, width: header.width, cells }, fields) }
}

/** Headings that are values as well: a cell that says *No* or *existing* makes no row of headings. */
const ALSO_VALUES = new Set([
  'no',
  'existing',
  'new',
  'collection',
  'survey',
  'who',
  'who it is about',
])

/** The rows below that are looked at to see whether a row of headings is one of the data itself. */
const ROWS_COMPARED = 30

/**
 * True if a row is data after all: its headings are values as well, or come again below it in their own
 * columns; or the table below explains headings, a field and its meaning in each row.
 */
function isData(sheet: Sheet, header: Header): boolean {
  const known = [...header.fields.values()].flat()
  const isValue = (column: number): boolean =>
    ALSO_VALUES.has(headingName(header.headings.get(column) ?? ''))
  if (known.filter(column => !isValue(column)).length < FEWEST_FIELDS) {
    const isAlone = known.some(isValue) && header.headings.size > known.length + 1
    if (isAlone) return true
  }
  const below = sheet.rows.filter(({ number }) => number > header.row).slice(0, ROWS_COMPARED)
  return repeatsBelow(header, known, below) || explainsHeadings(below)
}

function repeatsBelow(
  header: Header,
  known: readonly number[],
  below: readonly SheetRow[],
): boolean {
  const isSame = ([column, text]: SheetRow['cells'][number]): boolean =>
    plainName(header.headings.get(column) ?? '') === plainName(text.slice(0, 80))
  // A row that says all the headings again is the next page's row of headings.
  const others = below.filter(({ cells }) => !cells.every(isSame))
  return known.some(
    column =>
      others.filter(({ cells }) => cells.some(cell => cell[0] === column && isSame(cell))).length >
      1,
  )
}

/** The fewest rows of a table that explains headings, and the share of them that begin with one. */
const FEWEST_EXPLAINED = 3
const MOSTLY = 0.6

function explainsHeadings(below: readonly SheetRow[]): boolean {
  const rows = below.filter(({ cells }) => cells.length > 1)
  const explained = rows.filter(
    ({ cells: [first] }) => first && meaningOfHeading(first[1]) !== null,
  )
  return explained.length >= FEWEST_EXPLAINED && explained.length >= rows.length * MOSTLY
}

/** The row among the first of a sheet that knows most of the columns; null if none does. */
function findHeader(sheet: Sheet): Header | null {
  const searched = sheet.rows
    .slice(0, ROWS_SEARCHED)
    .flatMap((_, index) => headersAt(sheet, index))
    .filter(header => columnsKnown(header) > 0 && !isData(sheet, header))
  return (
    searched
      .filter(header => columnsKnown(header) >= FEWEST_FIELDS)
      .reduce<Header | null>(withMost, null) ?? findByContent(sheet, searched)
  )
}

/** The fewest rows below headings of which one alone is known, by which the others are told. */
const FEWEST_ROWS = 2

/** The first row of which one heading is known, a code or a title, and the other one by what it holds. */
function findByContent(sheet: Sheet, searched: readonly Header[]): Header | null {
  return searched.reduce<Header | null>((found, header) => {
    if (found) return found
    const contents = contentsBelow(sheet, header.row)
    const other = otherByContent(header, contents)
    const enough = other && (contents.get(other.column)?.texts ?? 0) >= FEWEST_ROWS
    if (!enough || header.headings.size < FEWEST_FIELDS) return null
    return { ...header, byContent: other }
  }, null)
}

/** The headings of a row that a person chose, whatever stands in it. */
function headerAt(sheet: Sheet, number: number): Header {
  const index = sheet.rows.findIndex(row => row.number === number)
  const [first, ...more] = headersAt(sheet, index)
  if (!first) {
    const blank: SheetRow = { number, width: 0, cells: [] }
    return toHeader(sheet, blank, [blank])
  }
  return more.reduce((best, next) => withMost(best, next) ?? best, first)
}

function withChosenColumns(header: Header, chosen: NonNullable<CheckChoices['columns']>): Header {
  const decided = new Map(
    FRAMEWORK_FIELDS.flatMap(field => {
      const columns = chosen[field]
      return columns ? [[field, columns.map(columnNumber)] as const] : []
    }),
  )
  const inUse = new Set([...decided.values()].flat())
  const suggested = [...header.fields].map(
    ([field, columns]) => [field, columns.filter(column => !inUse.has(column))] as const,
  )
  return withFields(header, new Map([...suggested, ...decided]))
}

/**
 * The headings of a sheet: where they stand, and what their columns hold, as far as nobody chose
 * otherwise. Null if no row of the sheet looks like headings.
 */
export function headerOf(sheet: Sheet, { headerRow, columns }: CheckChoices): Header | null {
  const header = headerRow === undefined ? findHeader(sheet) : headerAt(sheet, headerRow)
  if (!header) return null
  const doubted = withoutDoubtful(sheet, header)
  const contents = contentsBelow(sheet, header.row)
  const judged = withFields(doubted, fieldsByContent(doubted, contents))
  const trusted = { ...judged, contents }
  const chosen = columns ? withChosenColumns(trusted, columns) : trusted
  return withGuesses(sheet, chosen, columns)
}

const withOneGuess = (header: Header, { field, column }: Guess): Header =>
  withFields(header, new Map([...header.fields, [field, [column]]]))

/** Adds guessed columns for every field that nobody decided; a decision may be that no column holds it. */
function withGuesses(sheet: Sheet, header: Header, chosen: CheckChoices['columns']): Header {
  const guessed = guessColumns(sheet, header, withOneGuess)
  const isByContent = header.byContent && !guessed.some(of => of.field === header.byContent?.field)
  const all = isByContent && header.byContent ? [header.byContent, ...guessed] : guessed
  const guesses = all.filter(({ field }) => !chosen?.[field])
  if (guesses.length > 0) return { ...guesses.reduce(withOneGuess, header), guesses }
  if (chosen?.code) return header
  const fields = withCodeInTitle(sheet, header.row, header.fields)
  return fields === header.fields ? header : withFields(header, fields)
}
