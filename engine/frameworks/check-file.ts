import { parse } from 'node:path'
import { noSuchSheetWords, refusalWords } from '../../shared/messages/check.ts'
import type { CheckOutcome } from '../../shared/model/check.ts'
import type { PermittedFile } from '../files/permits.ts'
import { readSpreadsheet } from '../files/read-spreadsheet.ts'
import type { StartReader } from '../files/reader.ts'
import {
  DEFAULT_LIMITS,
  type Sheet,
  type SpreadsheetLimits,
  type SpreadsheetReading,
} from '../files/spreadsheet.ts'
import { checkTable } from './check.ts'

/** No framework is larger; and its problems, listed one by one, must stay readable. */
const FRAMEWORK_LIMITS: SpreadsheetLimits = { ...DEFAULT_LIMITS, rows: 20_000, cells: 250_000 }

type ReadSheets = Extract<SpreadsheetReading, { kind: 'sheets' }>

/** A csv has no sheet name of its own, so its sheet is called like the file. */
const named = ({ format, sheets }: ReadSheets, file: string): readonly Sheet[] =>
  format === 'csv' ? sheets.map(sheet => ({ ...sheet, name: parse(file).name })) : sheets

const sameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase()

/** The sheet that was asked for or else, hidden ones last, the one with most indicators. */
function checkSheets(reading: ReadSheets, file: string, wanted: string | undefined): CheckOutcome {
  const sheets = named(reading, file)
  const eligible =
    wanted === undefined ? sheets : sheets.filter(({ name }) => sameName(name, wanted))
  if (wanted !== undefined && eligible.length === 0) {
    const message = noSuchSheetWords(
      file,
      wanted,
      sheets.map(({ name }) => name),
    )
    return { file, refused: { code: 'no-such-sheet', message } }
  }
  const [best] = eligible
    .flatMap(sheet => {
      const report = checkTable({ file, format: reading.format, sheet })
      return report ? [{ report, hidden: sheet.hidden }] : []
    })
    .toSorted(
      (a, b) => Number(a.hidden) - Number(b.hidden) || b.report.candidates - a.report.candidates,
    )
  return (
    best?.report ?? { file, refused: { code: 'no-table', message: refusalWords('no-table', file) } }
  )
}

/**
 * Reads a framework file and says what was understood, or why nothing could be. Stores nothing.
 * `sheet` names the sheet to read; left out, the one that looks most like a framework is taken.
 */
export async function checkFrameworkFile(
  startReader: StartReader,
  { path, name }: PermittedFile,
  sheet?: string,
): Promise<CheckOutcome> {
  const reading = await readSpreadsheet(startReader, path, FRAMEWORK_LIMITS)
  if (reading.kind === 'sheets') return checkSheets(reading, name, sheet)
  const { code } = reading
  return { file: name, refused: { code, message: refusalWords(code, name) } }
}
