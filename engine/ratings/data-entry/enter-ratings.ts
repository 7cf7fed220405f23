import { v7 as uuidv7 } from 'uuid'
import type {
  EnteredCounts,
  RatingsChoices,
  RatingWarning,
} from '../../../shared/model/data-entry.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import { readSpreadsheet } from '../../files/spreadsheet/read-spreadsheet.ts'
import { groupBy } from '../../group-by.ts'
import { saidOnSheet } from '../../paper/sheets.ts'
import { getLatestSheetOf } from '../../store/records/sheets.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { addParticipant } from '../../workshops/participants.ts'
import { requireWorkshop } from '../../workshops/workshops.ts'
import { recordAnswer, recordComment } from '../record.ts'
import { recordWords } from '../record-words.ts'
import { joinRatings } from './between-files.ts'
import { personColumnNames } from './entry-layout.ts'
import { planRatings, type RatingsPlan } from './plan-ratings.ts'
import {
  type ChosenRatings,
  isUnderstood,
  type UnderstoodFile,
  type UnderstoodRatings,
  understandFiles,
} from './understand-ratings.ts'

/** The outcome of entering a file of ratings. */
export interface EnteredRatings extends EnteredCounts {
  /** Unknown headings, whose columns were not read. */
  readonly ignoredColumns: readonly string[]
  /** The people who have a column each. */
  readonly peopleColumns: readonly string[]
  /** The sheets that were read, where the file has several, and those that hold no ratings. */
  readonly sheets: readonly string[]
  readonly unreadSheets: readonly string[]
  readonly warnings: readonly RatingWarning[]
}

/** Reads a file of ratings and stores it; throws as `storeReadings` does. */
export async function enterRatings(
  startReader: StartReader,
  workbook: Workbook,
  workshopId: string,
  file: PermittedFile,
  choices: RatingsChoices = {},
): Promise<EnteredRatings> {
  requireWorkshop(workbook.store, workshopId)
  const reading = await readSpreadsheet(startReader, file.path)
  return storeReadings(workbook, workshopId, [{ reading, name: file.name, choices }])
}

/**
 * Stores the ratings of files for a workshop, with the participants that they add: all of them or nothing.
 * Entering the same files again changes nothing. Throws UNKNOWN_WORKSHOP, and for the first file that does not fit
 * RATINGS_FILE_REFUSED or RATINGS_REFUSED.
 */
export function storeReadings(
  workbook: Workbook,
  workshopId: string,
  files: readonly ChosenRatings[],
): EnteredRatings {
  return workbook.store.transaction(() => {
    const workshop = requireWorkshop(workbook.store, workshopId)
    const understood = understandFiles(workbook, workshop, files).map(requireFit)
    const plan = planRatings(workbook.store, joinRatings(understood.map(({ checked }) => checked)))
    carryOut(workbook, workshop, plan)
    const tables = understood.flatMap(file => file.tables)
    return {
      ...plan.counts,
      ignoredColumns: tables.flatMap(({ ignored }) => ignored),
      peopleColumns: [...new Set(tables.flatMap(({ layout }) => personColumnNames(layout)))],
      sheets: tables.flatMap(({ sheet }) => sheet.sheet ?? []),
      unreadSheets: understood.flatMap(({ unread }) => unread),
      warnings: understood.flatMap(({ warnings }) => warnings),
    }
  })
}

/** A file of which everything fits. Throws RATINGS_FILE_REFUSED or RATINGS_REFUSED for any other. */
function requireFit(file: UnderstoodFile): UnderstoodRatings {
  const { name } = file
  if (!isUnderstood(file)) {
    throw new WorkbookError('RATINGS_FILE_REFUSED', { file: name, refused: file.refused })
  }
  const { problems } = file.checked
  if (problems.length > 0) {
    throw new WorkbookError('RATINGS_REFUSED', { file: name, problems: [...problems] })
  }
  return file
}

/** Stores what a plan says, its newcomers first. Call it inside a transaction. */
function carryOut(workbook: Workbook, workshop: Workshop, { rows, newcomers }: RatingsPlan): void {
  const ids = new Map(
    newcomers.map(({ person, group }) => [
      person.key,
      addParticipant(workbook, { workshop: workshop.id, group, code: person.name }).id,
    ]),
  )
  const said: Said[] = []
  for (const { row, answers, comments } of rows) {
    const { person, indicator, criterion, round, answer, comment } = row
    const participant = person.known?.id ?? ids.get(person.key)
    if (participant === undefined) throw new Error('A participant of the file was not added.')
    const about = { participant, indicator, criterion, round, wording: 'title' } as const
    const record = () => {
      const id = uuidv7()
      said.push({ participant, round, indicator, id })
      return { ...about, id }
    }
    if (answers) recordAnswer(workbook, { ...record(), answer }, { entry: 'file' })
    if (comments) recordComment(workbook, { ...record(), text: comment }, { entry: 'file' })
  }
  recordWordsOfSheets(workbook, said)
}

/** A record that a file brought. */
interface Said {
  readonly participant: string
  readonly round: number
  readonly indicator: string
  readonly id: string
}

/** Records in which words people were asked whose sheet or form this laptop printed: their latest one for the round. */
function recordWordsOfSheets(workbook: Workbook, said: readonly Said[]): void {
  const { store, clock } = workbook
  const recordedAt = clock()
  for (const theirs of groupBy(said, of => `${of.round} ${of.participant}`).values()) {
    const [first] = theirs
    const sheet = first && getLatestSheetOf(store, first)
    if (!sheet || sheet.language === null) continue
    const inWords = theirs.map(({ indicator, id }) => saidOnSheet(sheet, indicator, id))
    recordWords(workbook, { ...first, recordedAt }, inWords)
  }
}
