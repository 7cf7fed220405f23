import { TEMPLATE_WORDS } from '../../shared/messages/check.ts'
import { EXAMPLE_INDICATOR } from '../../shared/messages/indicator-fields.ts'
import { DATA_TYPES, STATUSES } from '../../shared/model/vocabulary.ts'
import type { PermittedFile } from '../files/permits.ts'
import { writeWholeFile } from '../files/write/whole-files.ts'
import { NOTES_TEXT, NOTES_TITLE } from '../files/write/xlsx/looks.ts'
import {
  type CellChoice,
  cellsOf,
  listOf,
  type Sheet,
  type SheetEnd,
  type SheetRow,
} from '../files/write/xlsx/sheet.ts'
import type { CellStyle } from '../files/write/xlsx/styles.ts'
import { writeWorkbook } from '../files/write/xlsx/write-workbook.ts'
import { FRAMEWORK_COLUMNS } from './sheets/indicator-columns.ts'
import type { WrittenExport } from './write-export.ts'

/** Rows that offer the lists; more can be filled in without them. */
const ROWS_WITH_LISTS = 500

/** The columns in which one of a few values is chosen, with the values. */
const LISTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['data_type', DATA_TYPES],
  ['status', STATUSES],
])

const HEADING: CellStyle = { isBold: true, colour: 'FFFFFF', fill: '1F4E5F', wraps: true }
/** A code such as 4.10 or 3-4 would else become a number or a date. */
const FILLED_IN: CellStyle = { wraps: true, format: '@' }
const TEXT_HEADING: CellStyle = { isBold: true, wraps: true }

/** A template says nothing of a moment; each is the same file. */
const PROPERTIES = {
  title: TEMPLATE_WORDS.title,
  program: 'Framework Workbook',
  moment: '2026-01-01T00:00:00Z',
} as const

/**
 * Writes a spreadsheet to fill a framework in: the headings, an example row, lists to choose from and
 * how to go about it. It replaces what is there. Throws DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writeTemplate(to: PermittedFile): Promise<WrittenExport> {
  const bytes = await writeWholeFile(to, out =>
    writeWorkbook(out, PROPERTIES, [indicators(), instructions()]),
  )
  return { name: to.name, bytes }
}

function indicators(): Sheet {
  const rows = function* (): Generator<SheetRow, SheetEnd> {
    const names = FRAMEWORK_COLUMNS.map(({ name }) => name)
    yield { cells: names, styles: names.map(() => HEADING) }
    const cells = FRAMEWORK_COLUMNS.map(({ value }) => value(EXAMPLE_INDICATOR))
    yield { cells, styles: names.map(() => FILLED_IN) }
    return { choices: names.flatMap(choiceIn) }
  }
  const widths = FRAMEWORK_COLUMNS.map(({ width }) => width)
  const columnStyles = FRAMEWORK_COLUMNS.map(() => FILLED_IN)
  return { name: TEMPLATE_WORDS.sheet, layout: { widths, columnStyles, frozenRows: 1 }, rows }
}

function choiceIn(name: string, index: number): readonly CellChoice[] {
  const values = LISTS.get(name)
  if (!values) return []
  return [
    {
      at: cellsOf(index, { from: 2, count: ROWS_WITH_LISTS }),
      values: listOf(values),
      errorTitle: TEMPLATE_WORDS.listTitle,
      error: TEMPLATE_WORDS.listError(values),
    },
  ]
}

function instructions(): Sheet {
  const rows = function* (): Generator<SheetRow, SheetEnd> {
    yield { cells: [TEMPLATE_WORDS.title], styles: [NOTES_TITLE] }
    const all = (style: CellStyle) => [style, style, style]
    for (const step of TEMPLATE_WORDS.steps) yield { cells: ['', step], styles: all(NOTES_TEXT) }
    yield { cells: [], styles: [] }
    yield { cells: TEMPLATE_WORDS.columnHeadings, styles: all(TEXT_HEADING) }
    for (const { name, words } of FRAMEWORK_COLUMNS) {
      yield { cells: [name, words.meaning, words.values], styles: all(NOTES_TEXT) }
    }
    return {}
  }
  return { name: TEMPLATE_WORDS.instructionsSheet, layout: { widths: [18, 70, 46] }, rows }
}
