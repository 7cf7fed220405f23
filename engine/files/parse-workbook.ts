import { type CellObject, type DenseWorkSheet, read, type WorkBook } from 'xlsx'
import { refused } from './refused.ts'
import type { Sheet, SheetRow, SpreadsheetLimits, SpreadsheetReading } from './spreadsheet.ts'

/** Shown for dates in Excel's own short format, which leaves the order to the laptop's language. */
const SHORT_DATE = 'dd/mm/yyyy'

/** What a person sees in a cell, as the program that saved it last wrote it; never recalculated. */
const shownText = (cell: CellObject): string => cell.w ?? (cell.v === undefined ? '' : `${cell.v}`)

function toRow(cells: readonly CellObject[] | undefined, index: number): SheetRow {
  // A sparse array: forEach visits the filled cells only, where a loop would count to the last one.
  const filled: SheetRow['cells'] = []
  cells?.forEach((cell, column) => {
    const text = shownText(cell)
    if (/\S/.test(text)) filled.push([column + 1, text])
  })
  return { number: index + 1, cells: filled }
}

function toSheet(workbook: WorkBook, name: string, index: number): Sheet {
  const rows: SheetRow[] = []
  // Own properties only: a sheet may be called `__proto__`.
  const sheet = Object.getOwnPropertyDescriptor(workbook.Sheets, name)?.value
  const data: DenseWorkSheet['!data'] = sheet?.['!data'] ?? []
  data.forEach((cells, row) => {
    rows.push(toRow(cells, row))
  })
  return {
    name,
    hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: rows.filter(({ cells }) => cells.length > 0),
  }
}

/** Reads the bytes of an Excel or OpenDocument workbook, whose container was checked before. */
export function parseWorkbook(bytes: Uint8Array, limits: SpreadsheetLimits): SpreadsheetReading {
  try {
    const workbook = read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      dateNF: SHORT_DATE,
      sheetRows: limits.rows + 1,
    })
    const sheets = workbook.SheetNames.map((name, index) => toSheet(workbook, name, index))
    return { kind: 'sheets', format: 'workbook', sheets }
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(error.message)
    return refused(locked ? 'password-protected' : 'damaged')
  }
}
