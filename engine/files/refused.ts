import type { ReadRefusal, SpreadsheetReading } from './spreadsheet.ts'

/** The reading of a file that cannot be read, for this reason. */
export function refused(code: ReadRefusal): SpreadsheetReading {
  return { kind: 'refused', code }
}
