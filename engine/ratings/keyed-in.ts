import { refusalWords } from '../../shared/messages/check.ts'
import { noRatingsTableWords } from '../../shared/messages/ratings-file.ts'
import type { Refusal } from '../../shared/model/check.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import { readSpreadsheet } from '../files/read-spreadsheet.ts'
import type { StartReader } from '../files/reader.ts'
import { currentFramework } from '../frameworks/current.ts'
import { getAllParticipants } from '../store/participants.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type CheckedRatings, checkRatings, samePerson } from './keyed-in-check.ts'
import { type StoredRatings, storeRatings } from './keyed-in-store.ts'
import { findRatingsTable, RATING_HEADINGS, type RatingsTable } from './keyed-in-table.ts'

/** What became of a file of keyed-in ratings. */
export interface KeyedIn extends StoredRatings {
  /** Headings that mean nothing here; what stands under them was not read. */
  readonly ignoredColumns: readonly string[]
}

/**
 * Stores the ratings of a file that was keyed in for a workshop, with the participants it adds: all
 * of it or nothing. Keying in the same file again changes nothing. Throws UNKNOWN_WORKSHOP,
 * RATINGS_FILE_REFUSED, RATINGS_REFUSED.
 */
export async function keyInRatings(
  startReader: StartReader,
  workbook: Workbook,
  workshopId: string,
  file: PermittedFile,
): Promise<KeyedIn> {
  requireWorkshop(workbook.store, workshopId)
  const table = await readTable(startReader, file)
  return workbook.store.transaction(() => {
    const workshop = requireWorkshop(workbook.store, workshopId)
    const checked = checkAgainst(workbook, workshop, table)
    if (checked.problems.length > 0) {
      const problems = [...checked.problems]
      throw new WorkbookError('RATINGS_REFUSED', { file: file.name, problems })
    }
    return { ...storeRatings(workbook, workshop, checked), ignoredColumns: table.ignored }
  })
}

async function readTable(startReader: StartReader, file: PermittedFile): Promise<RatingsTable> {
  const reading = await readSpreadsheet(startReader, file.path)
  if (reading.kind === 'refused') throw refusal(file, reading.code)
  // The sheet that could not be read may be the one that is meant.
  if (reading.unread.length > 0) throw refusal(file, 'too-large')
  const table = findRatingsTable(reading.sheets)
  if (!table) throw refusal(file, 'no-table')
  return table
}

function refusal({ name }: PermittedFile, code: Refusal['code']): WorkbookError {
  const message =
    code === 'no-table' || code === 'no-such-sheet'
      ? noRatingsTableWords(name, RATING_HEADINGS)
      : refusalWords(code, name)
  return new WorkbookError('RATINGS_FILE_REFUSED', { file: name, refused: { code, message } })
}

function checkAgainst(
  { store, scale }: Workbook,
  workshop: Workshop,
  table: RatingsTable,
): CheckedRatings {
  const { indicators } = currentFramework(store)
  const rules = {
    groups: workshop.groups,
    indicators: new Map(indicators.map(({ code, id }) => [code, id])),
    levels: scale.length,
  }
  const known = getAllParticipants(store, workshop.id)
  return checkRatings(
    table,
    rules,
    new Map(known.map(({ code, group }) => [samePerson(code), group])),
  )
}
