import { skipWords } from '../../shared/messages/check.ts'
import {
  type CheckReport,
  FRAMEWORK_FIELDS,
  type FrameworkField,
} from '../../shared/model/check.ts'
import type { Sheet, SheetRow } from '../files/spreadsheet.ts'
import { cellText, oneLine } from './cell-text.ts'
import type { Header } from './find-header.ts'
import { mapColumns } from './map-columns.ts'

/** A row that looks like an indicator: the text of each field, empty where it has none. */
export interface Candidate {
  readonly row: number
  readonly texts: Readonly<Record<FrameworkField, string>>
  readonly cells: SheetRow['cells']
}

export interface SortedRows {
  readonly candidates: readonly Candidate[]
  readonly skipped: CheckReport['skipped']
}

/** Below this many columns, a row with one cell says as much as any other. */
const COLUMNS_OF_A_WIDE_TABLE = 3

function toCandidate({ number, cells }: SheetRow, { fields }: Header): Candidate {
  const byColumn = new Map(cells)
  const textOf = (field: FrameworkField): string => cellText(byColumn.get(fields.get(field) ?? 0))
  const texts = Object.fromEntries(FRAMEWORK_FIELDS.map(field => [field, textOf(field)]))
  return { row: number, texts: texts as Candidate['texts'], cells }
}

function repeatsHeadings(row: SheetRow, header: Header): boolean {
  const { fields } = mapColumns(row)
  return (
    fields.size === header.fields.size &&
    [...fields].every(([field, column]) => header.fields.get(field) === column)
  )
}

/** A lone cell is a heading or a note, unless it is a code or a title whose row was left unfinished. */
function isHeadingOrNote({ texts, cells }: Candidate, { fields }: Header): boolean {
  if (cells.length > 1 || fields.size < COLUMNS_OF_A_WIDE_TABLE) return false
  return texts.title === '' && (texts.code === '' || /\s/.test(texts.code))
}

/** Why a row is no indicator; null if it looks like one. */
function reasonToSkip(row: SheetRow, header: Header): string | null {
  const candidate = toCandidate(row, header)
  const { texts } = candidate
  const firstText = oneLine(row.cells[0]?.[1])
  if (repeatsHeadings(row, header)) return skipWords.repeatedHeadings()
  if (isHeadingOrNote(candidate, header)) return skipWords.headingOrNote(firstText)
  if (Object.values(texts).every(text => text === '')) return skipWords.outsideTable(firstText)
  return texts.code === '' && texts.title === '' ? skipWords.notAnIndicator() : null
}

/** Tells the indicators below the headings from the rows that are none; each of those has a reason. */
export function sortRows(sheet: Sheet, header: Header): SortedRows {
  const judged = sheet.rows
    .filter(({ number }) => number > header.row)
    .map(row => ({ row, reason: reasonToSkip(row, header) }))
  return {
    candidates: judged.flatMap(({ row, reason }) =>
      reason === null ? [toCandidate(row, header)] : [],
    ),
    skipped: judged.flatMap(({ row, reason }) =>
      reason === null ? [] : [{ row: row.number, reason }],
    ),
  }
}
