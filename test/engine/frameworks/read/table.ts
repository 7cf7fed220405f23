import type { Sheet, SpreadsheetFormat } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { checkTable } from '../../../../engine/frameworks/read/check-table.ts'
import type { CheckChoices, CheckReport } from '../../../../shared/model/check.ts'

/** A sheet with these rows, the first of them at the row and column given. */
export function sheetOf(
  rows: readonly (readonly string[])[],
  at: { readonly row: number; readonly column: number } = { row: 1, column: 1 },
): Sheet {
  return {
    name: 'Draft',
    hidden: false,
    spans: [],
    hiddenRows: [],
    hiddenColumns: [],
    marks: [],
    rows: rows
      .map((texts, index) => ({
        number: at.row + index,
        width: at.column - 1 + texts.length,
        cells: texts
          .map((text, offset): [number, string] => [at.column + offset, text])
          .filter(([, text]) => text.trim() !== ''),
      }))
      .filter(({ cells }) => cells.length > 0),
  }
}

/** The reading of these rows. Throws if they hold no table. */
export function check(
  rows: readonly (readonly string[])[],
  format: SpreadsheetFormat = 'workbook',
  choices: CheckChoices = {},
): CheckReport {
  const report = checkTable({ file: 'draft.xlsx', format, sheet: sheetOf(rows) }, choices)
  if (!report) throw new Error('No table was found.')
  return { ...report, sheets: [] }
}

/** The issues of a report as `cell code`, errors marked with an exclamation mark. */
export function issuesOf({ issues }: CheckReport): readonly string[] {
  return issues.map(
    ({ cell, code, severity }) => `${cell} ${code}${severity === 'error' ? '!' : ''}`,
  )
}
