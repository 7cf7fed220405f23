import type { Worksheet } from 'exceljs'
import { TEMPLATE_WORDS } from '../../shared/messages/check.ts'
import { EXAMPLE_INDICATOR } from '../../shared/messages/indicator-fields.ts'
import { DATA_TYPES, STATUSES } from '../../shared/model/vocabulary.ts'
import type { PermittedFile } from '../files/permits.ts'
import { writeWholeFile } from '../files/write/whole-files.ts'
import { FRAMEWORK_COLUMNS } from './sheets/indicator-columns.ts'
import type { WrittenExport } from './write-export.ts'

/** Rows that offer the lists; more can be filled in without them. */
const ROWS_WITH_LISTS = 500

/** The columns in which one of a few values is chosen, with the values. */
const LISTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['data_type', DATA_TYPES],
  ['status', STATUSES],
])

const HEADING = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E5F' } },
  alignment: { vertical: 'top', wrapText: true },
} as const

/**
 * Writes a spreadsheet to fill a framework in: the headings, an example row, lists to choose from and
 * how to go about it. It replaces what is there. Throws DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writeTemplate(to: PermittedFile): Promise<WrittenExport> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  addIndicators(workbook.addWorksheet(TEMPLATE_WORDS.sheet, { views: [FROZEN] }))
  addInstructions(workbook.addWorksheet(TEMPLATE_WORDS.instructionsSheet))
  const content = await workbook.xlsx.writeBuffer()
  const bytes = await writeWholeFile(to, out => {
    out.end(new Uint8Array(content))
    return Promise.resolve()
  })
  return { name: to.name, bytes }
}

const FROZEN = { state: 'frozen', ySplit: 1 } as const

function addIndicators(sheet: Worksheet): void {
  sheet.columns = FRAMEWORK_COLUMNS.map(({ name, width }) => ({ header: name, width }))
  sheet.addRow(FRAMEWORK_COLUMNS.map(({ value }) => value(EXAMPLE_INDICATOR)))
  for (const [index, { name }] of FRAMEWORK_COLUMNS.entries()) {
    const column = sheet.getColumn(index + 1)
    // A code such as 4.10 or 3-4 would else become a number or a date.
    column.numFmt = '@'
    column.alignment = { vertical: 'top', wrapText: true }
    const heading = sheet.getCell(1, index + 1)
    heading.style = HEADING
    const list = LISTS.get(name)
    if (list) offerList(sheet, index + 1, list)
  }
}

function offerList(sheet: Worksheet, column: number, values: readonly string[]): void {
  for (let row = 2; row <= ROWS_WITH_LISTS + 1; row++) {
    sheet.getCell(row, column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${values.join(',')}"`],
      showErrorMessage: true,
      errorTitle: TEMPLATE_WORDS.listTitle,
      error: TEMPLATE_WORDS.listError(values),
    }
  }
}

function addInstructions(sheet: Worksheet): void {
  sheet.columns = [{ width: 18 }, { width: 70 }, { width: 46 }]
  sheet.addRow([TEMPLATE_WORDS.title]).font = { bold: true, size: 16 }
  for (const step of TEMPLATE_WORDS.steps) sheet.addRow(['', step])
  sheet.addRow([])
  sheet.addRow([...TEMPLATE_WORDS.columnHeadings]).font = { bold: true }
  for (const { name, words } of FRAMEWORK_COLUMNS) sheet.addRow([name, words.meaning, words.values])
  sheet.eachRow(row => {
    row.alignment = { vertical: 'top', wrapText: row.number > 1 }
  })
}
