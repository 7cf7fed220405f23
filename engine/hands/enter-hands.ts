import { handsIn } from '../../shared/model/hands.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import type { StartReader } from '../files/reader-process.ts'
import { whyUnread } from '../files/spreadsheet/keep-within-limits.ts'
import { readSpreadsheet } from '../files/spreadsheet/read-spreadsheet.ts'
import type { Sheet, SpreadsheetReading } from '../files/spreadsheet/spreadsheet.ts'
import { currentFramework } from '../frameworks/versions/current-version.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { type HandsRules, type ReadHands, readHands } from './read-hands.ts'
import { recordHands } from './record-hands.ts'

/** The choices about a file of hands, and who keyed it in. */
export interface HandsChoices extends Pick<HandsRules, 'said' | 'hiddenRows'> {
  readonly workshop: string
  readonly by: string
}

/** The outcome of entering a file of hands: its lines, the hands in them, and the sheets that hold none. */
export interface EnteredHands {
  readonly lines: number
  readonly hands: number
  readonly unreadSheets: readonly string[]
}

/** The sheets of a file. Throws RATINGS_FILE_REFUSED where it cannot be read whole. */
function sheetsOf(reading: SpreadsheetReading, file: string): readonly Sheet[] {
  if (reading.kind === 'refused') {
    throw new WorkbookError('RATINGS_FILE_REFUSED', { file, refused: whyUnread(reading) })
  }
  const [unread] = reading.unread
  if (!unread) return reading.sheets
  const refused = { code: 'too-large', over: unread.over } as const
  throw new WorkbookError('RATINGS_FILE_REFUSED', { file, refused })
}

/**
 * Reads a file of shows of hands and records every line of it, or, where anything does not fit, none. Entering the
 * same file again changes nothing. Throws UNKNOWN_WORKSHOP, UNKNOWN_ROUND, RATINGS_FILE_REFUSED, RATINGS_REFUSED.
 */
export async function enterHands(
  startReader: StartReader,
  workbook: Workbook,
  { path, name: file }: PermittedFile,
  { workshop: id, by, said, hiddenRows }: HandsChoices,
): Promise<EnteredHands> {
  const { store, scale } = workbook
  const { groups } = requireWorkshop(store, id)
  const sheets = sheetsOf(await readSpreadsheet(startReader, path), file)
  const { indicators } = currentFramework(store)
  const ids = new Map(indicators.map(indicator => [indicator.code, indicator.id]))
  const rules = { groups, indicators: ids, scale, said, hiddenRows }
  const read = sheets.map(sheet => ({ sheet, found: readHands(sheet, rules) }))
  const tables = read.flatMap(({ sheet, found }) => (found ? [{ sheet, ...found }] : []))
  if (tables.length === 0) {
    throw new WorkbookError('RATINGS_FILE_REFUSED', { file, refused: { code: 'no-table' } })
  }
  const problems = tables.flatMap(({ sheet, problems: of }) =>
    of.map(problem => (sheets.length > 1 ? { ...problem, sheet: sheet.name } : problem)),
  )
  if (problems.length > 0) throw new WorkbookError('RATINGS_REFUSED', { file, problems })
  const lines = tables.flatMap(({ lines: of }) => of)
  store.transaction(() => {
    for (const { row: _, ...line } of lines) recordHands(workbook, { ...line, workshop: id, by })
  })
  return {
    lines: lines.length,
    hands: handsOf(lines),
    unreadSheets: read.flatMap(({ sheet, found }) => (found ? [] : [sheet.name])),
  }
}

const handsOf = (lines: readonly ReadHands[]): number =>
  lines.reduce((sum, line) => sum + handsIn(line), 0)
