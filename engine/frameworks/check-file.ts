import { refusalWords } from '../../shared/messages/check.ts'
import type { CheckChoices, CheckOutcome } from '../../shared/model/check.ts'
import type { PermittedFile } from '../files/permits.ts'
import { readSpreadsheet } from '../files/read-spreadsheet.ts'
import type { StartReader } from '../files/reader.ts'
import {
  DEFAULT_LIMITS,
  type SpreadsheetLimits,
  type SpreadsheetReading,
} from '../files/spreadsheet.ts'
import { checkSheets } from './check-sheets.ts'

/** No framework is larger. */
export const FRAMEWORK_LIMITS: SpreadsheetLimits = {
  ...DEFAULT_LIMITS,
  rows: 20_000,
  cells: 250_000,
}

/** Says what was understood of a file that was read, or why nothing could be. */
export function checkReading(
  reading: SpreadsheetReading,
  file: string,
  choices: CheckChoices = {},
): CheckOutcome {
  if (reading.kind === 'sheets') return checkSheets(reading, file, choices)
  const { code } = reading
  return { file, refused: { code, message: refusalWords(code, file) } }
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
