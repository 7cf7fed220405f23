import type { CheckReport } from '../../shared/model/check.ts'
import { columnName, type Sheet, type SpreadsheetFormat } from '../files/spreadsheet.ts'
import { checkHeadings, checkUnheadedCells } from './check-columns.ts'
import { checkDuplicates, checkRow } from './check-row.ts'
import { fillMergedGroups } from './fill-merged-groups.ts'
import { findHeader } from './find-header.ts'
import { byPlace, toIssue } from './finding.ts'
import { sortRows } from './sort-rows.ts'
import { toIndicators } from './to-indicators.ts'

/** A sheet to be checked. A csv's sheet has the name that people should see. */
export interface FrameworkTable {
  readonly file: string
  readonly format: SpreadsheetFormat
  readonly sheet: Sheet
}

/** What is understood of one sheet, whatever other sheets there are. */
export type TableReport = Omit<CheckReport, 'sheets'>

/**
 * Says what a sheet would load as a framework, and lists every problem with its cell. Null if the
 * sheet has no row of headings, or no indicator below it.
 */
export function checkTable({ file, format, sheet }: FrameworkTable): TableReport | null {
  const header = findHeader(sheet)
  if (!header) return null
  const { candidates, skipped } = sortRows(fillMergedGroups(sheet, header), header)
  if (candidates.length === 0) return null

  const findings = [
    ...checkHeadings(header),
    ...checkUnheadedCells(format, header, candidates),
    ...checkDuplicates(candidates, header),
    ...candidates.flatMap(candidate => checkRow(candidate, header)),
  ].toSorted(byPlace)
  const faulty = new Set(
    findings.filter(({ severity }) => severity === 'error').map(({ row }) => row),
  )
  const indicators = toIndicators(candidates).filter(({ row }) => !faulty.has(row))
  return {
    file,
    sheet: sheet.name,
    headerRow: header.row,
    columns: Object.fromEntries(
      [...header.fields].map(([field, column]) => [field, columnName(column)]),
    ),
    joinedColumns: {},
    hiddenRows: 0,
    tableColumns: [],
    candidates: candidates.length,
    clean: indicators.length,
    indicators,
    issues: findings.map(finding => toIssue(finding, sheet.name)),
    skipped,
  }
}
