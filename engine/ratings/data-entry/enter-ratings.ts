import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type {
  RatingsChoices,
  RatingsRefusal,
  RatingWarning,
} from '../../../shared/model/data-entry.ts'
import type { NewRating, RatingKey } from '../../../shared/model/rating.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import { readSpreadsheet } from '../../files/spreadsheet/read-spreadsheet.ts'
import { oneLine } from '../../frameworks/read/words/cell-text.ts'
import { currentFramework } from '../../frameworks/versions/current-version.ts'
import { type CurrentComment, getAllCommentsOf } from '../../store/records/comments.ts'
import { getAllRatingsOf, type RatingRecord } from '../../store/records/ratings.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { addParticipant } from '../../workshops/participants.ts'
import { requireWorkshop } from '../../workshops/workshops.ts'
import { recordAnswer, recordComment } from '../record.ts'
import { type CheckedRatings, checkRatings } from './check-ratings.ts'
import { type FoundTables, findRatingsTables, type RatingsTable } from './entry-tables.ts'
import { findPerson } from './find-person.ts'
import { cellUnder, type EnteredRow } from './read-table.ts'
import { codeBeforeZerosWent } from './take-indicator.ts'

/** The outcome of entering a file of ratings. */
export interface EnteredRatings extends StoredRatings {
  /** Unknown headings, whose columns were not read. */
  readonly ignoredColumns: readonly string[]
  /** The sheets that were read, where the file has several, and those that hold no ratings. */
  readonly sheets: readonly string[]
  readonly unreadSheets: readonly string[]
  readonly warnings: readonly RatingWarning[]
}

/**
 * Stores the ratings of a file for a workshop, with the participants that it adds: all of it or nothing.
 * Entering the same file again changes nothing. Throws UNKNOWN_WORKSHOP, RATINGS_FILE_REFUSED,
 * RATINGS_REFUSED.
 */
export async function enterRatings(
  startReader: StartReader,
  workbook: Workbook,
  workshopId: string,
  file: PermittedFile,
  choices: RatingsChoices = {},
): Promise<EnteredRatings> {
  requireWorkshop(workbook.store, workshopId)
  const found = await readTables(startReader, file, choices)
  return workbook.store.transaction(() => {
    const workshop = requireWorkshop(workbook.store, workshopId)
    const checked = checkAgainst(workbook, workshop, found.tables, choices)
    if (checked.problems.length > 0) {
      const problems = [...checked.problems]
      throw new WorkbookError('RATINGS_REFUSED', { file: file.name, problems })
    }
    return {
      ...storeRatings(workbook, workshop, checked),
      ignoredColumns: found.tables.flatMap(({ ignored }) => ignored),
      sheets: found.tables.flatMap(({ sheet }) => sheet.sheet ?? []),
      unreadSheets: found.unread,
      warnings: zerosPerhapsLost(workbook, found.tables),
    }
  })
}

async function readTables(
  startReader: StartReader,
  file: PermittedFile,
  { sheet }: RatingsChoices,
): Promise<FoundTables> {
  const reading = await readSpreadsheet(startReader, file.path)
  if (reading.kind === 'refused') {
    const { code, line } = reading
    throw refusal(file, line === undefined ? { code } : { code, line })
  }
  // A sheet that could not be read may be the one with the ratings.
  if (reading.unread.length > 0) throw refusal(file, { code: 'too-large' })
  const found = findRatingsTables(reading.sheets, reading.format, sheet)
  if (found.tables.length === 0) throw refusal(file, { code: 'no-table' })
  return found
}

function refusal({ name }: PermittedFile, refused: RatingsRefusal): WorkbookError {
  return new WorkbookError('RATINGS_FILE_REFUSED', { file: name, refused })
}

function checkAgainst(
  { store, scale }: Workbook,
  workshop: Workshop,
  tables: readonly RatingsTable[],
  choices: RatingsChoices,
): CheckedRatings {
  const { indicators } = currentFramework(store)
  const rules = {
    personOf: findPerson(store, workshop.id),
    groups: workshop.groups,
    indicators: new Map(indicators.map(({ code, id }) => [code, id])),
    scale,
  }
  return checkRatings(tables, rules, choices)
}

/** Finds indicators that are numbers to the spreadsheet, beside codes that end in a zero more. */
function zerosPerhapsLost(
  { store }: Workbook,
  tables: readonly RatingsTable[],
): readonly RatingWarning[] {
  const codes = currentFramework(store).indicators.map(({ code }) => code)
  return tables.flatMap(({ sheet, rows }) =>
    rows.flatMap((entry): readonly RatingWarning[] => {
      const text = oneLine(entry.texts.get('indicator'))
      const other = entry.isNumber ? codeBeforeZerosWent(text, codes) : null
      if (other === null) return []
      const place = { row: entry.number, ...sheet, cell: cellUnder(entry, 'indicator') }
      return [{ code: 'zero-perhaps-lost', ...place, text, other }]
    }),
  )
}

/** The counts of stored ratings; `rows` is the sum of the five in `ratings`. */
interface StoredRatings {
  readonly rows: number
  readonly participants: { readonly added: number; readonly known: number }
  readonly ratings: {
    readonly new: number
    /** Supersede another answer or comment, which stays in the history. */
    readonly changed: number
    /** Say nothing but what stands already, word for word. */
    readonly unchanged: number
    /** Have neither answer nor comment; what stands stays. */
    readonly missing: number
    /** Repeat an earlier row of the file. */
    readonly repeated: number
  }
}

/**
 * Stores checked ratings with the participants that the workshop does not have yet. An answer or a comment that
 * stands already is left as it is, and so is one of which a row says nothing. Call it inside a transaction.
 */
function storeRatings(
  workbook: Workbook,
  workshop: Workshop,
  { rows, repeated }: CheckedRatings,
): StoredRatings {
  const { ids, ...participants } = addMissingParticipants(workbook, workshop, rows)
  const stands = standingWords(workbook.store, ids, rows)
  const ratings = rows.map(row => toRating(row, ids))
  const said = ratings.filter(({ answer, comment }) => answer.kind !== 'none' || comment !== '')
  const fresh = said.filter(rating => !stands.has(keyOf(rating)))
  const changed = said.filter(rating => stands.has(keyOf(rating)) && tellsMore(rating, stands))
  for (const rating of [...fresh, ...changed]) storeWhatIsNew(workbook, rating, stands)
  return {
    rows: rows.length + repeated,
    participants,
    ratings: {
      new: fresh.length,
      changed: changed.length,
      unchanged: said.length - fresh.length - changed.length,
      missing: ratings.length - said.length,
      repeated,
    },
  }
}

/** Adds the file's participants whom the workshop lacks. Returns the ids of all of the file's, by their key. */
function addMissingParticipants(
  workbook: Workbook,
  workshop: Workshop,
  rows: readonly EnteredRow[],
) {
  const first = new Map(rows.toReversed().map(row => [row.person.key, row]))
  const ids = new Map<string, string>()
  let added = 0
  for (const [key, { person, group }] of [...first].toReversed()) {
    const id =
      person.known?.id ??
      addParticipant(workbook, { workshop: workshop.id, group, code: person.name }).id
    ids.set(key, id)
    if (!person.known) added++
  }
  return { ids, added, known: ids.size - added }
}

function toRating(row: EnteredRow, ids: ReadonlyMap<string, string>): NewRating {
  const { indicator, criterion, round, answer, comment } = row
  const participant = ids.get(row.person.key)
  if (participant === undefined) throw new Error('A participant of the file was not added.')
  return {
    id: uuidv7(),
    participant,
    indicator,
    criterion,
    round,
    answer,
    comment,
    wording: 'title',
  }
}

const keyOf = ({ participant, indicator, criterion, round }: RatingKey): string =>
  JSON.stringify([participant, indicator, criterion, round])

/** The answers and comments that stand of one question: several in a conflict or after a merge. */
interface Standing {
  readonly ratings: RatingRecord[]
  readonly comments: CurrentComment[]
}

type StandingByKey = ReadonlyMap<string, Standing>

/** Reads what the file's participants said in its rounds, by question. */
function standingWords(
  store: ReadableStore,
  ids: ReadonlyMap<string, string>,
  rows: readonly EnteredRow[],
): StandingByKey {
  const rounds = [...new Set(rows.map(({ round }) => round))]
  const participants = new Set(ids.values())
  const byKey = new Map<string, Standing>()
  const at = (key: RatingKey): Standing => {
    const there = byKey.get(keyOf(key)) ?? { ratings: [], comments: [] }
    byKey.set(keyOf(key), there)
    return there
  }
  for (const participant of participants) {
    for (const round of rounds) {
      const scope = { participant, round }
      for (const rating of getAllRatingsOf(store, scope)) at(rating).ratings.push(rating)
      for (const comment of getAllCommentsOf(store, scope)) at(comment).comments.push(comment)
    }
  }
  return byKey
}

const isNewAnswer = ({ answer, ...key }: NewRating, stands: StandingByKey): boolean =>
  answer.kind !== 'none' &&
  !stands.get(keyOf(key))?.ratings.some(there => isDeepStrictEqual(there.answer, answer))

const isNewComment = ({ comment, ...key }: NewRating, stands: StandingByKey): boolean =>
  comment !== '' && !stands.get(keyOf(key))?.comments.some(({ text }) => text === comment)

const tellsMore = (rating: NewRating, stands: StandingByKey): boolean =>
  isNewAnswer(rating, stands) || isNewComment(rating, stands)

function storeWhatIsNew(workbook: Workbook, rating: NewRating, stands: StandingByKey): void {
  const { comment, ...answer } = rating
  const { answer: _, ...about } = answer
  if (isNewAnswer(rating, stands)) recordAnswer(workbook, answer, { entry: 'file' })
  if (isNewComment(rating, stands)) {
    recordComment(workbook, { ...about, id: uuidv7(), text: comment }, { entry: 'file' })
  }
}
