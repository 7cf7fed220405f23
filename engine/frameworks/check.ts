import { issueWords } from '../../shared/messages/check.ts'
import type { CheckChoices, CheckReport } from '../../shared/model/check.ts'
import { cellName, columnName } from '../files/cell-names.ts'
import type { Sheet, SpreadsheetFormat } from '../files/spreadsheet.ts'
import type { Candidate } from './candidate.ts'
import { checkHeadings, checkShortRows, checkUnheadedCells } from './check-columns.ts'
import { checkAboveSections, checkDuplicates, checkRow } from './check-row.ts'
import { type FilledSheet, fillGroups } from './fill-groups.ts'
import { type Header, headerOf } from './find-header.ts'
import type { Finding } from './finding.ts'
import { toIssues } from './group-findings.ts'
import { withNotes, withoutNoted } from './settled-notes.ts'
import { type SortedRows, sortRows } from './sort-rows.ts'
import { tableColumns } from './table-columns.ts'
import { toIndicators } from './to-indicators.ts'
import { typeTexts } from './type-texts.ts'

/** A sheet to be checked. A csv's sheet has the name that people should see. */
export interface FrameworkTable {
  readonly file: string
  readonly format: SpreadsheetFormat
  readonly sheet: Sheet
}

/** What is understood of one sheet, whatever other sheets there are. */
export type TableReport = Omit<CheckReport, 'sheets'>

function checkCarried({ carried }: FilledSheet, candidates: readonly Candidate[]): Finding[] {
  const loaded = new Set(candidates.map(({ row }) => row))
  return carried
    .filter(({ row }) => loaded.has(row))
    .map(({ row, column, field, text }) => ({
      severity: 'warning',
      code: 'section-carried-down',
      row,
      column,
      field,
      message: issueWords.carriedDown(field, text),
    }))
}

const inHiddenRows = (sheet: Sheet, candidates: readonly Candidate[]): readonly Candidate[] => {
  const hidden = new Set(sheet.hiddenRows)
  return candidates.filter(({ row }) => hidden.has(row))
}

function checkHiddenRows(
  sheet: Sheet,
  header: Header,
  candidates: readonly Candidate[],
): Finding[] {
  return inHiddenRows(sheet, candidates).map(({ row }) => ({
    severity: 'warning',
    code: 'hidden-row',
    row,
    column: header.firstColumn,
    message: issueWords.hiddenRow(),
  }))
}

function findingsOf(
  { format, sheet }: FrameworkTable,
  header: Header,
  filled: FilledSheet,
  { candidates, areSections }: SortedRows,
): readonly Finding[] {
  const marks = new Map(
    sheet.marks.map(({ row, column, kind }) => [cellName(column, row), kind] as const),
  )
  return [
    ...checkHeadings(header, areSections),
    ...checkUnheadedCells(format, header, candidates),
    ...checkShortRows(format, header, candidates),
    ...checkDuplicates(candidates, header),
    ...candidates.flatMap(candidate => checkRow(candidate, header, marks)),
    ...(areSections ? checkAboveSections(candidates, header) : []),
    ...checkCarried(filled, candidates),
    ...checkHiddenRows(sheet, header, candidates),
  ]
}

const letters = (columns: readonly number[]): string[] => columns.map(columnName)

function columnsOf({ fields }: Header): Pick<CheckReport, 'columns' | 'joinedColumns'> {
  return {
    columns: Object.fromEntries(
      [...fields].map(([field, columns]) => [field, letters(columns)[0]]),
    ),
    joinedColumns: Object.fromEntries(
      [...fields]
        .filter(([, columns]) => columns.length > 1)
        .map(([field, columns]) => [field, letters(columns)]),
    ),
  }
}

/**
 * Says what a sheet would load as a framework, and lists every problem with its cell. Null if the
 * sheet has no row of headings, or no indicator below one that nobody chose.
 */
export function checkTable(
  { file, format, sheet: asRead }: FrameworkTable,
  choices: CheckChoices = {},
): TableReport | null {
  const sheet = typeTexts(asRead, choices.texts)
  const header = headerOf(sheet, choices)
  if (!header) return null
  const filled = fillGroups(sheet, header)
  const sorted = sortRows(filled.sheet, header, choices)
  const { skipped, titles } = sorted
  if (sorted.candidates.length === 0 && choices.headerRow === undefined) return null

  const candidates = withNotes(sorted.candidates, choices.notes)
  const findings = withoutNoted(
    findingsOf({ file, format, sheet }, header, filled, sorted),
    choices.notes,
  )
  const faulty = new Set(
    findings.filter(({ severity }) => severity === 'error').map(({ row }) => row),
  )
  const indicators = toIndicators(candidates, titles).filter(({ row }) => !faulty.has(row))
  return {
    file,
    sheet: sheet.name,
    headerRow: header.row,
    ...columnsOf(header),
    candidates: candidates.length,
    clean: indicators.length,
    hiddenRows: inHiddenRows(sheet, candidates).length,
    indicators,
    issues: [...toIssues(findings, sheet.name)],
    skipped,
    tableColumns: tableColumns(sheet, header),
  }
}
