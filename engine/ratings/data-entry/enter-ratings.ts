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
import type { SpreadsheetReading } from '../../files/spreadsheet/spreadsheet.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { addParticipant } from '../../workshops/participants.ts'
import { requireWorkshop } from '../../workshops/workshops.ts'
import { recordAnswer, recordComment } from '../record.ts'
import { personColumnNames } from './entry-layout.ts'
import { planRatings, type RatingsPlan } from './plan-ratings.ts'
import { understandRatings } from './understand-ratings.ts'

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

/** Reads a file of ratings and stores it; throws as `storeReading` does. */
export async function enterRatings(
  startReader: StartReader,
  workbook: Workbook,
  workshopId: string,
  file: PermittedFile,
  choices: RatingsChoices = {},
): Promise<EnteredRatings> {
  requireWorkshop(workbook.store, workshopId)
  const reading = await readSpreadsheet(startReader, file.path)
  return storeReading(workbook, workshopId, { reading, name: file.name }, choices)
}

/** A file that was read, under the name by which people know it. */
export interface ReadRatings {
  readonly reading: SpreadsheetReading
  readonly name: string
}

/**
 * Stores the ratings of a file for a workshop, with the participants that it adds: all of it or nothing.
 * Entering the same file again changes nothing. Throws UNKNOWN_WORKSHOP, RATINGS_FILE_REFUSED,
 * RATINGS_REFUSED.
 */
export function storeReading(
  workbook: Workbook,
  workshopId: string,
  { reading, name: file }: ReadRatings,
  choices: RatingsChoices,
): EnteredRatings {
  return workbook.store.transaction(() => {
    const workshop = requireWorkshop(workbook.store, workshopId)
    const understood = understandRatings(workbook, workshop, reading, choices)
    if ('refused' in understood) {
      throw new WorkbookError('RATINGS_FILE_REFUSED', { file, refused: understood.refused })
    }
    const { tables, unread, checked, warnings } = understood
    if (checked.problems.length > 0) {
      throw new WorkbookError('RATINGS_REFUSED', { file, problems: [...checked.problems] })
    }
    const plan = planRatings(workbook.store, checked)
    carryOut(workbook, workshop, plan)
    return {
      ...plan.counts,
      ignoredColumns: tables.flatMap(({ ignored }) => ignored),
      peopleColumns: [...new Set(tables.flatMap(({ layout }) => personColumnNames(layout)))],
      sheets: tables.flatMap(({ sheet }) => sheet.sheet ?? []),
      unreadSheets: unread,
      warnings,
    }
  })
}

/** Stores what a plan says, its newcomers first. Call it inside a transaction. */
function carryOut(workbook: Workbook, workshop: Workshop, { rows, newcomers }: RatingsPlan): void {
  const ids = new Map(
    newcomers.map(({ person, group }) => [
      person.key,
      addParticipant(workbook, { workshop: workshop.id, group, code: person.name }).id,
    ]),
  )
  for (const { row, answers, comments } of rows) {
    const { person, indicator, criterion, round, answer, comment } = row
    const participant = person.known?.id ?? ids.get(person.key)
    if (participant === undefined) throw new Error('A participant of the file was not added.')
    const about = { participant, indicator, criterion, round, wording: 'title' } as const
    if (answers) recordAnswer(workbook, { ...about, id: uuidv7(), answer }, { entry: 'file' })
    if (comments) {
      recordComment(workbook, { ...about, id: uuidv7(), text: comment }, { entry: 'file' })
    }
  }
}
