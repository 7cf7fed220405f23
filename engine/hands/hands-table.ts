import { FILE_LANGUAGES } from '../../shared/languages/files.ts'
import type { RatingHeading } from '../../shared/model/data-entry.ts'
import type { Scale } from '../../shared/model/scale.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import type { Sheet, SheetRow, SpreadsheetFormat } from '../files/spreadsheet/spreadsheet.ts'
import { oneLine, plainName } from '../frameworks/read/words/cell-text.ts'
import { isOwnCsv } from '../ratings/data-entry/entry-rows.ts'
import { knownHeading, takeAnswer } from '../ratings/data-entry/entry-words.ts'

/** An answer that hands go up for: a level, or one of the two that are none. */
export type Answered = number | 'dontKnow' | 'notApplicable'

/** The headings of hands that ratings have not, with the words for each. */
const HANDS_HEADINGS = {
  present: ['present', 'people in the room', 'in the room', 'people', 'room'],
  hands: ['hands', 'number of hands'],
  wording: ['wording'],
  workshop: ['workshop id'],
} as const satisfies Readonly<Record<string, readonly string[]>>
type HandsHeading = keyof typeof HANDS_HEADINGS

/** The columns of our own table of hands, by whose names in other languages its files come back too. */
const OWN_COLUMNS = {
  present: 'present',
  hands: 'hands',
  wording: 'wording',
  workshop: 'workshop_id',
} as const satisfies Readonly<Record<HandsHeading, string>>

const HEADING_OF: ReadonlyMap<string, HandsHeading> = new Map(
  (Object.keys(HANDS_HEADINGS) as HandsHeading[]).flatMap(heading =>
    [
      ...HANDS_HEADINGS[heading],
      ...Object.values(FILE_LANGUAGES).map(({ files }) => files.columns[OWN_COLUMNS[heading]]),
    ].map(name => [plainName(name), heading] as const),
  ),
)

/** The table of a sheet: its row of headings, the columns of what they name, and where the hands stand. */
export interface HandsTable {
  readonly header: number
  /** This program exported it as csv, where an apostrophe guards what would be taken for a formula. */
  readonly isOwnCsv: boolean
  readonly places: ReadonlyMap<RatingHeading | HandsHeading, number>
  /**
   * A column of hands for each answer, as people count; or, as exports have it, a row for each answer, which has a column
   * of its own beside that of the hands.
   */
  readonly hands:
    | { readonly in: 'columns'; readonly answers: ReadonlyMap<number, Answered> }
    | { readonly in: 'rows'; readonly answer: number; readonly hands: number }
}

/** Headings stand below a title and a few notes at most. */
const ROWS_SEARCHED = 50

/** One column of an answer may be anything; two, one of them of a level, are a table of hands. */
const FEWEST_ANSWERS = 2

/** The answer that a text means: `4`, `4 - Useful`, `Very useful`, `dont_know`; null for any other. */
export function answeredBy(text: string, scale: Scale): Answered | null {
  for (const criterion of CRITERIA) {
    const taken = takeAnswer(oneLine(text), scale, criterion)
    if (!('value' in taken) || taken.value.kind === 'none') continue
    if (taken.value.kind === 'level') return taken.value.level
    return taken.value.kind === 'dont_know' ? 'dontKnow' : 'notApplicable'
  }
  return null
}

function tableAt(row: SheetRow, scale: Scale, format: SpreadsheetFormat): HandsTable | null {
  const { number: header, cells } = row
  const places = new Map<RatingHeading | HandsHeading, number>()
  const answers = new Map<number, Answered>()
  for (const [column, text] of cells) {
    const heading = HEADING_OF.get(plainName(text)) ?? knownHeading(text)
    const answer = answeredBy(text, scale)
    if (heading && !places.has(heading)) places.set(heading, column)
    else if (answer !== null) answers.set(column, answer)
  }
  if (!places.has('indicator')) return null
  const about = { header, isOwnCsv: isOwnCsv(row, format), places }
  const levels = [...answers.values()].filter(answer => typeof answer === 'number')
  if (answers.size >= FEWEST_ANSWERS && levels.length > 0) {
    return { ...about, hands: { in: 'columns', answers } }
  }
  const [answer, hands] = [places.get('answer'), places.get('hands')]
  if (answer === undefined || hands === undefined) return null
  return { ...about, hands: { in: 'rows', answer, hands } }
}

/** Finds the table of hands on a sheet; null where there is none. */
export function findHandsTable(
  { rows }: Sheet,
  { scale, format }: { readonly scale: Scale; readonly format: SpreadsheetFormat },
): HandsTable | null {
  for (const row of rows.slice(0, ROWS_SEARCHED)) {
    const table = tableAt(row, scale, format)
    if (table) return table
  }
  return null
}
