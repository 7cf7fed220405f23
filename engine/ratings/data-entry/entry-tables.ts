import { RATING_HEADINGS, type RatingHeading } from '../../../shared/model/data-entry.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetRow, SpreadsheetFormat } from '../../files/spreadsheet/spreadsheet.ts'
import { oneLine, plainName } from '../../frameworks/read/words/cell-text.ts'
import { footerReason } from '../../frameworks/read/words/footers.ts'
import { knownCriterion, knownHeading } from './entry-words.ts'

/** The columns that a file may leave out: the round is then 1, and there are no comments. */
const OPTIONAL: readonly RatingHeading[] = ['round', 'comment']

/** The number of rows in which headings are searched: they follow a title and some notes at most. */
const ROWS_SEARCHED = 50

/** The fewest known headings in a header row, since one such word may occur in any row. */
const FEWEST_HEADINGS = 2

/** One rating of a file: the text of each column, of which a row may hold several ratings. */
export interface EntryRow {
  readonly number: number
  readonly texts: ReadonlyMap<RatingHeading, string>
  readonly columns: ReadonlyMap<RatingHeading, number>
  /** The reason why the row may not be meant: it is hidden or struck out; null for any other. */
  readonly doubt: 'hidden' | 'struck' | null
  /** True if its indicator is a number to the spreadsheet, which drops the last zeros. */
  readonly isNumber: boolean
}

/** A table of ratings: the position of each column, and the ratings below the headings. */
export interface RatingsTable {
  /** The name of the sheet, where the file has several. */
  readonly sheet: { readonly sheet?: string }
  readonly headerRow: number
  readonly columns: ReadonlyMap<RatingHeading, number>
  /** Unknown headings, whose columns are not read. */
  readonly ignored: readonly string[]
  /** Headings that two columns have. */
  readonly repeated: readonly { readonly column: number; readonly heading: RatingHeading }[]
  readonly missing: readonly RatingHeading[]
  readonly rows: readonly EntryRow[]
}

/** A cell of ratings by one criterion, where the criteria have a column each. */
interface CriterionColumn {
  readonly criterion: string
  readonly answer: number
  readonly comment: number | undefined
}

interface Layout {
  readonly columns: Map<RatingHeading, number>
  readonly criteria: readonly CriterionColumn[]
  readonly ignored: readonly string[]
  readonly repeated: RatingsTable['repeated']
}

/** The columns of criteria: `Usefulness`, and beside it perhaps `Usefulness comment`. */
function criterionColumns(cells: SheetRow['cells']): readonly CriterionColumn[] {
  return CRITERIA.flatMap(criterion => {
    const answer = cells.find(([, text]) => knownCriterion(text) === criterion)?.[0]
    const comment = cells.find(
      ([, text]) =>
        knownCriterion(plainName(text).replace(/ comments?$/, '')) === criterion &&
        knownCriterion(text) === undefined,
    )?.[0]
    return answer === undefined ? [] : [{ criterion, answer, comment }]
  })
}

/** Of two columns for one thing, the one with our own name for it is meant: `answer` beside `level`. */
const ownNamesFirst = (cells: SheetRow['cells']): SheetRow['cells'] => {
  const isOwn = ([, text]: SheetRow['cells'][number]): boolean =>
    RATING_HEADINGS.some(heading => heading === plainName(text))
  return [...cells.filter(isOwn), ...cells.filter(cell => !isOwn(cell))]
}

function layoutOf({ cells }: SheetRow): Layout {
  const columns = new Map<RatingHeading, number>()
  const repeated: { column: number; heading: RatingHeading }[] = []
  const unknown: SheetRow['cells'] = []
  const names = new Map<number, string>(cells.map(([column, text]) => [column, plainName(text)]))
  for (const [column, text] of ownNamesFirst(cells)) {
    const heading = knownHeading(text)
    const before = heading && columns.get(heading)
    if (heading && before === undefined) columns.set(heading, column)
    else if (heading && before !== undefined && names.get(before) === names.get(column)) {
      repeated.push({ column, heading })
    } else unknown.push([column, text])
  }
  unknown.sort(([left], [right]) => left - right)
  const isOneEach = !columns.has('criterion') && !columns.has('answer')
  const criteria = isOneEach ? criterionColumns(unknown) : []
  const used = new Set(criteria.flatMap(({ answer, comment }) => [answer, comment]))
  const ignored = unknown.filter(([column]) => !used.has(column)).map(([, text]) => oneLine(text))
  return { columns, criteria, ignored, repeated }
}

const isKnown = ({ columns, criteria }: Layout): number => columns.size + criteria.length

/** The texts above a table that say once what every row has: `Participant | D1`, `Group: ADCS`. */
function saidOnce(sheet: Sheet, header: SheetRow): ReadonlyMap<RatingHeading, string> {
  const said = new Map<RatingHeading, string>()
  for (const { number, cells } of sheet.rows) {
    if (number >= header.number) break
    for (const [index, [, text]] of cells.entries()) {
      const [label = '', ...rest] = text.split(':')
      const heading = knownHeading(label)
      const value = oneLine(rest.join(':')) || oneLine(cells[index + 1]?.[1])
      if (heading && value !== '' && !said.has(heading)) said.set(heading, value)
    }
  }
  return said
}

/** The column by which a csv that this program exported is known: in any other an apostrophe is somebody's own. */
const OWN_COLUMN = 'recorded_at'

/** The apostrophe that our own csv puts before a text that a spreadsheet would take for a formula. */
const GUARD = /^'(?='*[=+\-@\t\r\n＝＋－＠])/

/** Whoever merged cells, or wrote a person once, means all the rows below. */
const SAID_FOR_MANY: readonly RatingHeading[] = ['participant', 'group', 'indicator', 'round']

/** Carries down a column that is merged, or that names each person in their first row only. */
function carriedDown(
  rows: readonly SheetRow[],
  sheet: Sheet,
  { columns }: Layout,
): ReadonlyMap<number, ReadonlyMap<RatingHeading, string>> {
  const given = new Map<number, Map<RatingHeading, string>>()
  for (const heading of SAID_FOR_MANY) {
    const column = columns.get(heading)
    if (column === undefined) continue
    const textIn = ({ cells }: SheetRow) => cells.find(cell => cell[0] === column)?.[1]
    const isWrittenOnce =
      heading !== 'indicator' &&
      heading !== 'round' &&
      rows[0] !== undefined &&
      textIn(rows[0]) !== undefined &&
      rows.filter(row => textIn(row) === undefined).length * 2 >= rows.length
    let above = { to: 0, text: '' }
    for (const row of rows) {
      const own = textIn(row)
      if (own !== undefined) {
        const span = sheet.spans.find(of => of.column === column && of.from === row.number)
        above = { to: isWrittenOnce ? Number.POSITIVE_INFINITY : (span?.to ?? 0), text: own }
      } else if (row.number <= above.to) {
        given.set(row.number, (given.get(row.number) ?? new Map()).set(heading, above.text))
      }
    }
  }
  return given
}

interface Facts {
  readonly isOwnCsv: boolean
  readonly hidden: ReadonlySet<number>
  readonly struck: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

const factsOf = (sheet: Sheet, header: SheetRow, format: SpreadsheetFormat): Facts => {
  const marked = (wanted: Sheet['marks'][number]['kind']) =>
    new Set(
      sheet.marks.flatMap(({ row, column, kind }) =>
        kind === wanted ? [cellName(column, row)] : [],
      ),
    )
  return {
    isOwnCsv: format === 'csv' && header.cells.some(([, text]) => text.trim() === OWN_COLUMN),
    hidden: new Set(sheet.hiddenRows),
    struck: marked('struck'),
    numbers: marked('decimal'),
  }
}

function doubtOf({ number, cells }: SheetRow, { hidden, struck }: Facts): EntryRow['doubt'] {
  if (hidden.has(number)) return 'hidden'
  return cells.some(([column]) => struck.has(cellName(column, number))) ? 'struck' : null
}

/** The ratings of one row: one, or one by each criterion that has a column. */
function entriesOf(
  row: SheetRow,
  layout: Layout,
  given: ReadonlyMap<RatingHeading, string>,
  facts: Facts,
): readonly EntryRow[] {
  const byColumn = new Map(row.cells)
  const plain = (column: number): string => {
    const text = byColumn.get(column) ?? ''
    return facts.isOwnCsv ? text.replace(GUARD, '') : text
  }
  const { columns, criteria } = layout
  const texts = new Map(given)
  for (const [heading, column] of columns) {
    if (byColumn.has(column)) texts.set(heading, plain(column))
  }
  const indicator = columns.get('indicator') ?? 0
  const isNumber = facts.numbers.has(cellName(Math.max(1, indicator), row.number))
  const entry = { number: row.number, columns, doubt: doubtOf(row, facts), isNumber }
  if (criteria.length === 0) return [{ ...entry, texts }]
  return criteria.map(({ criterion, answer, comment }) => {
    const own = new Map([...texts, ['criterion', criterion], ['answer', plain(answer)]] as [
      RatingHeading,
      string,
    ][])
    if (comment !== undefined) own.set('comment', plain(comment))
    const places = new Map([...columns, ['answer', answer], ['criterion', answer]] as [
      RatingHeading,
      number,
    ][])
    if (comment !== undefined) places.set('comment', comment)
    return { ...entry, columns: places, texts: own }
  })
}

function tableUnder(sheet: Sheet, header: SheetRow, format: SpreadsheetFormat): RatingsTable {
  const layout = layoutOf(header)
  const { columns, criteria, ignored, repeated } = layout
  const above = saidOnce(sheet, header)
  const used = new Set([
    ...columns.values(),
    ...criteria.flatMap(({ answer, comment }) => [answer, comment]),
  ])
  const rows = sheet.rows.filter(
    row =>
      row.number > header.number &&
      row.cells.some(([column]) => used.has(column)) &&
      footerReason(row.cells) !== 'total',
  )
  const carried = carriedDown(rows, sheet, layout)
  const facts = factsOf(sheet, header, format)
  const isGiven = (name: RatingHeading): boolean =>
    columns.has(name) ||
    above.has(name) ||
    (criteria.length > 0 && (name === 'criterion' || name === 'answer'))
  return {
    sheet: {},
    headerRow: header.number,
    columns,
    ignored,
    repeated,
    missing: RATING_HEADINGS.filter(name => !isGiven(name) && !OPTIONAL.includes(name)),
    rows: rows.flatMap(row =>
      entriesOf(row, layout, new Map([...above, ...(carried.get(row.number) ?? [])]), facts),
    ),
  }
}

/** The table of a sheet that is not hidden, with the most known headings; null if it has none. */
function tableOf(sheet: Sheet, format: SpreadsheetFormat): RatingsTable | null {
  const best = sheet.rows.slice(0, ROWS_SEARCHED).reduce<SheetRow | null>((so, next) => {
    const more = isKnown(layoutOf(next)) - (so ? isKnown(layoutOf(so)) : FEWEST_HEADINGS - 1)
    return more > 0 ? next : so
  }, null)
  return best ? tableUnder(sheet, best, format) : null
}

/** The tables of a file, and the sheets with something in them that have none or are hidden. */
export interface FoundTables {
  readonly tables: readonly RatingsTable[]
  readonly unread: readonly string[]
}

/** Finds the table of every sheet that is not hidden, or of the one that was asked for. */
export function findRatingsTables(
  sheets: readonly Sheet[],
  format: SpreadsheetFormat,
  wanted?: string,
): FoundTables {
  const asked = sheets.filter(({ name, hidden }) =>
    wanted === undefined ? !hidden : name.toLowerCase() === wanted.trim().toLowerCase(),
  )
  const found = asked.map(sheet => ({ sheet, table: tableOf(sheet, format) }))
  // A few known words may stand on any sheet; what has all that ratings need is a table of them.
  const whole = found.filter(({ table }) => table?.missing.length === 0)
  const [first] = found.filter(({ table }) => table !== null)
  const read = whole.length > 0 ? whole : first ? [first] : []
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
