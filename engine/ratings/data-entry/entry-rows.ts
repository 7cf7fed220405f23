import { FILE_LANGUAGES } from '../../../shared/languages/files.ts'
import type { RatingHeading } from '../../../shared/model/data-entry.ts'
import { OTHER_ANSWER_NUMBERS } from '../../../shared/model/variable-names.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetRow, SpreadsheetFormat } from '../../files/spreadsheet/spreadsheet.ts'
import type { Layout, RatingCells } from './entry-layout.ts'
import type { SaidByColumn } from './entry-said.ts'

/** One rating of a file: the text of each column, of which a row may hold several ratings. */
export interface EntryRow {
  readonly number: number
  readonly texts: ReadonlyMap<RatingHeading, string>
  readonly columns: ReadonlyMap<RatingHeading, number>
  /** The reason why the row may not be meant: it is hidden or struck out; null for any other. */
  readonly doubt: 'hidden' | 'struck' | null
  /** True if its indicator is a number to the spreadsheet, which drops the last zeros. */
  readonly isNumber: boolean
  /** The headings whose cells are struck out in part. */
  readonly partlyStruck: readonly RatingHeading[]
}

/** The columns by which a csv that this program exported is known: in any other an apostrophe is somebody's own. */
const OWN_COLUMNS: readonly string[] = [
  'recorded_at',
  ...Object.values(FILE_LANGUAGES).map(({ files }) => files.columns.recorded_at),
]

/** The apostrophe that our own csv puts before a text that a spreadsheet would take for a formula. */
const GUARD = /^'(?='*[=+\-@\t\r\n＝＋－＠])/

/** Tests by its headings whether this program exported a csv. */
export const isOwnCsv = ({ cells }: SheetRow, format: SpreadsheetFormat): boolean =>
  format === 'csv' && cells.some(([, text]) => OWN_COLUMNS.includes(text.trim()))

/** A text of our own csv as somebody wrote it. */
export const withoutGuard = (text: string): string => text.replace(GUARD, '')

/** Facts that a sheet tells of its cells beside their texts. */
export interface Facts {
  readonly isOwnCsv: boolean
  readonly hidden: ReadonlySet<number>
  readonly struck: ReadonlySet<string>
  readonly partlyStruck: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

/** Gathers what a sheet tells of its cells beside their texts. */
export function factsOf(sheet: Sheet, header: SheetRow, format: SpreadsheetFormat): Facts {
  const marked = (wanted: Sheet['marks'][number]['kind']) =>
    new Set(
      sheet.marks.flatMap(({ row, column, kind }) =>
        kind === wanted ? [cellName(column, row)] : [],
      ),
    )
  return {
    isOwnCsv: isOwnCsv(header, format),
    hidden: new Set(sheet.hiddenRows),
    struck: marked('struck'),
    partlyStruck: marked('partly-struck'),
    numbers: marked('decimal'),
  }
}

function doubtOf({ number, cells }: SheetRow, { hidden, struck }: Facts): EntryRow['doubt'] {
  if (hidden.has(number)) return 'hidden'
  return cells.some(([column]) => struck.has(cellName(column, number))) ? 'struck' : null
}

/** Facts that are known of a row's ratings beside its own cells. */
export interface Around {
  readonly given: ReadonlyMap<RatingHeading, string>
  readonly byColumn: SaidByColumn
  readonly facts: Facts
}

/** The headings of which a row of their own may say something for each column. */
const BY_COLUMN: readonly RatingHeading[] = ['group', 'round', 'criterion']

/** The ratings of one row: one, or one for each criterion, indicator or person that has a column. */
export function entriesOf(
  row: SheetRow,
  { columns, ratings }: Layout,
  { given, byColumn, facts }: Around,
): readonly EntryRow[] {
  const texts = new Map(row.cells)
  const doubt = doubtOf(row, facts)
  return ratings.map(cells => {
    const places = new Map([...columns, ...cells.at])
    const said = new Map([...given, ...cells.said])
    for (const heading of BY_COLUMN) {
      const text = cells.said.has(heading) ? null : byColumn.said(cells, heading)
      if (text !== null) said.set(heading, text)
    }
    for (const [heading, column] of places) {
      const text = texts.get(column)
      if (text === undefined || cells.said.has(heading)) continue
      said.set(heading, plainText(text, heading, cells, facts))
    }
    const inCells = (marked: ReadonlySet<string>) =>
      [...places].flatMap(([heading, column]) =>
        marked.has(cellName(column, row.number)) ? [heading] : [],
      )
    return {
      number: row.number,
      texts: said,
      columns: places,
      doubt,
      isNumber: inCells(facts.numbers).includes('indicator') && !cells.said.has('indicator'),
      partlyStruck: inCells(facts.partlyStruck),
    }
  })
}

/** A cell's text without what our own files put before or in the place of what people said. */
function plainText(text: string, heading: RatingHeading, { isOwn }: RatingCells, facts: Facts) {
  if (heading === 'answer' && isOwn) {
    if (text.trim() === `${OTHER_ANSWER_NUMBERS.dont_know}`) return 'dont_know'
    if (text.trim() === `${OTHER_ANSWER_NUMBERS.not_applicable}`) return 'not_applicable'
  }
  return facts.isOwnCsv ? withoutGuard(text) : text
}
