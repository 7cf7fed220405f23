import type {
  CheckChoices,
  CheckOutcome,
  CheckPreview,
  PreviewOutcome,
  PreviewScope,
} from '../../../shared/model/check.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import { columnName } from '../../files/spreadsheet/cell-names.ts'
import { whyUnread } from '../../files/spreadsheet/keep-within-limits.ts'
import { readSpreadsheet } from '../../files/spreadsheet/read-spreadsheet.ts'
import {
  DEFAULT_LIMITS,
  type SheetRow,
  type SpreadsheetLimits,
  type SpreadsheetReading,
} from '../../files/spreadsheet/spreadsheet.ts'
import { withGlossary } from '../glossary/read-glossary.ts'
import { withPlacedPictures } from '../pictures/placed-pictures.ts'
import { checkSheets, namedSheets, sheetNamed } from './check-sheets.ts'

/** No framework is larger. */
export const FRAMEWORK_LIMITS: SpreadsheetLimits = {
  ...DEFAULT_LIMITS,
  rows: 20_000,
  cells: 250_000,
  pictureBytes: 60_000_000,
}

/** Says what was understood of a file that was read, or why nothing could be. */
export function checkReading(
  reading: SpreadsheetReading,
  file: string,
  choices: CheckChoices = {},
): CheckOutcome {
  if (reading.kind === 'refused') return { file, refused: whyUnread(reading) }
  const outcome = checkSheets(reading, file, choices)
  if ('refused' in outcome) return outcome
  const sheets = namedSheets(reading, file)
  return withPlacedPictures(withGlossary(outcome, sheets, choices), sheets)
}

/**
 * Reads a framework file and says what was understood, or why nothing could be. Stores nothing.
 * Whatever `choices` leave open is decided by what stands in the file.
 */
export async function checkFrameworkFile(
  startReader: StartReader,
  { path, name }: PermittedFile,
  choices: CheckChoices = {},
): Promise<CheckOutcome> {
  return checkReading(await readSpreadsheet(startReader, path, FRAMEWORK_LIMITS), name, choices)
}

const toPreviewRow = (row: SheetRow, hidden: boolean): CheckPreview['rows'][number] => ({
  row: row.number,
  hidden,
  cells: row.cells.map(([column, text]) => ({ column: columnName(column), text })),
})

/** Rows of a file as the spreadsheet shows them, or why there are none. `file` is its name. */
export function previewReading(
  reading: SpreadsheetReading,
  file: string,
  { sheet: wanted, from, rows }: PreviewScope,
): PreviewOutcome {
  if (reading.kind === 'refused') return { file, refused: whyUnread(reading) }
  const sheets = namedSheets(reading, file)
  const sheet = sheetNamed(sheets, wanted)
  if (!sheet) {
    const names = sheets.map(({ name }) => name)
    return { file, refused: { code: 'no-such-sheet', sheet: wanted, sheets: names } }
  }
  const hidden = new Set(sheet.hiddenRows)
  return {
    sheet: sheet.name,
    lastRow: sheet.rows.at(-1)?.number ?? 0,
    rows: sheet.rows
      .filter(({ number }) => number >= from)
      .slice(0, rows)
      .map(row => toPreviewRow(row, hidden.has(row.number))),
  }
}
