import type {
  RatingsChoices,
  RatingsRefusal,
  RatingWarning,
} from '../../../shared/model/data-entry.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { whyUnread } from '../../files/spreadsheet/keep-within-limits.ts'
import type { SpreadsheetReading } from '../../files/spreadsheet/spreadsheet.ts'
import { excerpt, oneLine } from '../../frameworks/read/words/cell-text.ts'
import { currentFramework } from '../../frameworks/versions/current-version.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { problemsBetween } from './between-files.ts'
import { type CheckedRatings, checkRatings } from './check-ratings.ts'
import { headedIndicators } from './entry-headings.ts'
import { type FoundTables, findRatingsTables, type RatingsTable } from './entry-tables.ts'
import { takeAnswer } from './entry-words.ts'
import { findPerson } from './find-person.ts'
import { cellUnder } from './read-table.ts'
import { codeBeforeZerosWent, codesByTitle } from './take-indicator.ts'

/** A file of ratings after its checks, with every problem and everything to look at. */
export interface UnderstoodRatings extends FoundTables {
  readonly checked: CheckedRatings
  readonly warnings: readonly RatingWarning[]
  /** The code of each indicator, by its id. */
  readonly codes: ReadonlyMap<string, string>
}

/** Understands a file that was read, for a workshop, or says why no ratings can be read from it. Stores nothing. */
function understandRatings(
  { store, scale }: Workbook,
  workshop: Workshop,
  reading: SpreadsheetReading,
  choices: RatingsChoices,
): UnderstoodRatings | { readonly refused: RatingsRefusal } {
  if (reading.kind === 'refused') return { refused: whyUnread(reading) }
  // A sheet that could not be read may be the one with the ratings.
  const [unread] = reading.unread
  if (unread) return { refused: { code: 'too-large', over: unread.over } }
  const { indicators } = currentFramework(store)
  const ids = new Map(indicators.map(({ code, id }) => [code, id]))
  const found = findRatingsTables(reading.sheets, reading.format, {
    headed: headedIndicators(ids),
    isAnswer: text => CRITERIA.some(each => 'value' in takeAnswer(text, scale, each)),
    choices,
  })
  if (found.tables.length === 0) return { refused: { code: 'no-table' } }
  const rules = {
    personOf: findPerson(store, workshop.id),
    groups: workshop.groups,
    indicators: ids,
    titles: codesByTitle(indicators),
    scale,
  }
  const checked = checkRatings(found.tables, rules, choices)
  return {
    ...found,
    checked,
    warnings: [...zerosPerhapsLost(found.tables, ids), ...partlyStruck(found.tables)],
    codes: new Map(indicators.map(({ code, id }) => [id, code])),
  }
}

/** A file that was read, under the name by which people know it, with what they chose about it. */
export interface ChosenRatings {
  readonly name: string
  readonly reading: SpreadsheetReading
  readonly choices: RatingsChoices
}

/** A file as it was understood, or the reason why no ratings can be read from it. */
export type UnderstoodFile =
  | (ChosenRatings & UnderstoodRatings)
  | (ChosenRatings & { readonly refused: RatingsRefusal })

/** Understands files that are to be stored together: where they contradict each other, each has the problem. */
export function understandFiles(
  workbook: Workbook,
  workshop: Workshop,
  files: readonly ChosenRatings[],
): readonly UnderstoodFile[] {
  const alone = files.map(file => ({
    ...file,
    ...understandRatings(workbook, workshop, file.reading, file.choices),
  }))
  const between = problemsBetween(alone.filter(isUnderstood))
  return alone.map(file => {
    const found = isUnderstood(file) ? between.get(file) : undefined
    if (!isUnderstood(file) || !found) return file
    const { checked } = file
    return { ...file, checked: { ...checked, problems: [...checked.problems, ...found] } }
  })
}

/** Tests whether ratings could be read from a file, fit or not. */
export const isUnderstood = (file: UnderstoodFile): file is ChosenRatings & UnderstoodRatings =>
  'checked' in file

/** Finds indicators that are numbers to the spreadsheet, beside codes that end in a zero more. */
function zerosPerhapsLost(
  tables: readonly RatingsTable[],
  ids: ReadonlyMap<string, string>,
): readonly RatingWarning[] {
  return tables.flatMap(({ sheet, rows }) =>
    rows.flatMap((entry): readonly RatingWarning[] => {
      const text = oneLine(entry.texts.get('indicator'))
      const other = entry.isNumber ? codeBeforeZerosWent(text, ids.keys()) : null
      if (other === null) return []
      const place = { row: entry.number, ...sheet, cell: cellUnder(entry, 'indicator') }
      return [{ ...place, code: 'zero-perhaps-lost', data: { text, other } }]
    }),
  )
}

/** Finds cells of which a part is struck out: only the rest was read. Several ratings may share a cell. */
function partlyStruck(tables: readonly RatingsTable[]): readonly RatingWarning[] {
  const all = tables.flatMap(({ sheet, rows }) =>
    rows.flatMap(entry =>
      entry.partlyStruck.map((heading): RatingWarning => {
        const place = { row: entry.number, ...sheet, cell: cellUnder(entry, heading) }
        const text = excerpt(oneLine(entry.texts.get(heading)))
        return { ...place, code: 'partly-struck', data: { text } }
      }),
    ),
  )
  return [...new Map(all.map(one => [`${one.cell} ${one.sheet}`, one])).values()]
}
