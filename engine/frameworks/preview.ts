import { noSuchSheetWords, refusalWords } from '../../shared/messages/check.ts'
import type { CheckPreview, PreviewOutcome, PreviewScope } from '../../shared/model/check.ts'
import { columnName } from '../files/cell-names.ts'
import type { SheetRow, SpreadsheetReading } from '../files/spreadsheet.ts'
import { namedSheets, sheetNamed } from './sheet-names.ts'

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
  if (reading.kind === 'refused') {
    const { code } = reading
    return { file, refused: { code, message: refusalWords(code, file) } }
  }
  const sheets = namedSheets(reading, file)
  const sheet = sheetNamed(sheets, wanted)
  if (!sheet) {
    const names = sheets.map(({ name }) => name)
    return {
      file,
      refused: { code: 'no-such-sheet', message: noSuchSheetWords(file, wanted, names) },
    }
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
