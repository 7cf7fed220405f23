import type { Refusal } from '../../shared/model/check.ts'
import type { SpreadsheetReading } from './spreadsheet.ts'

/** The reading of a file that cannot be read, for this reason. */
export function refused(code: Refusal['code']): SpreadsheetReading {
  return { kind: 'refused', code }
}
