import type { CheckChoices } from '../../../../shared/model/check.ts'
import { cellName } from '../../../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import type { Header } from '../columns/find-header.ts'
import type { Finding } from '../findings.ts'

/** A sheet without what is struck out in it. */
export interface WithoutStruck {
  readonly sheet: Sheet
  /** The rows of which every cell is struck out. */
  readonly rows: ReadonlySet<number>
  readonly findings: readonly Finding[]
}

type Cells = SheetRow['cells']

/** The fields of which a struck-out text is kept, as an indicator is nothing without it. */
const NEEDED = ['code', 'title', 'section'] as const

/**
 * Takes out what people struck out instead of deleting it: whole rows, unless a person said that they
 * are indicators, and single texts. Says so of each.
 */
export function leaveOutStruck(
  sheet: Sheet,
  header: Header,
  { indicators = [] }: CheckChoices,
): WithoutStruck {
  const struck = new Set(
    sheet.marks.flatMap(({ row, column, kind }) =>
      kind === 'struck' && row > header.row ? [cellName(column, row)] : [],
    ),
  )
  const parts = sheet.marks.filter(({ row, kind }) => kind === 'partly-struck' && row > header.row)
  const rows = new Set<number>()
  const findings: Finding[] = parts.map(({ row, column }) => finding(row, column, 'part'))
  if (struck.size === 0) return { sheet, rows, findings }
  const needed = new Set(NEEDED.flatMap(field => header.fields.get(field) ?? []))
  const kept = sheet.rows.map((row): SheetRow => {
    const isStruck = ([column]: Cells[number]): boolean => struck.has(cellName(column, row.number))
    if (!row.cells.some(isStruck)) return row
    const isWhole = row.cells.every(isStruck)
    if (isWhole && !indicators.includes(row.number)) {
      rows.add(row.number)
      return row
    }
    if (isWhole) return row
    const isOut = (cell: Cells[number]): boolean => isStruck(cell) && !needed.has(cell[0])
    for (const cell of row.cells.filter(isStruck)) {
      findings.push(finding(row.number, cell[0], isOut(cell) ? 'cell' : 'needed'))
    }
    return { ...row, cells: row.cells.filter(cell => !isOut(cell)) }
  })
  return { sheet: { ...sheet, rows: kept }, rows, findings }
}

const finding = (row: number, column: number, is: 'cell' | 'part' | 'needed'): Finding => ({
  severity: 'warning',
  code: 'struck-out',
  data: { is },
  row,
  column,
})
