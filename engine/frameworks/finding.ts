import type { CheckIssue } from '../../shared/model/check.ts'
import { cellName } from '../files/spreadsheet.ts'

/** A problem at its place in a sheet; row and column are counted from 1. */
export interface Finding extends Pick<CheckIssue, 'severity' | 'code' | 'message'> {
  readonly row: number
  readonly column: number
  readonly field?: CheckIssue['field']
  readonly text?: string
  readonly options?: CheckIssue['options']
}

/** The order in which a person meets the problems of a sheet: from the top, from the left. */
export function byPlace(a: Finding, b: Finding): number {
  return a.row - b.row || a.column - b.column
}

/** A finding as it is reported, with its cell named as the spreadsheet names it. */
export function toIssue(finding: Finding, sheet: string): CheckIssue {
  const { severity, code, message, row, column, field = null, text = '', options = [] } = finding
  const cell = cellName(column, row)
  return { severity, code, sheet, cell, message, field, text, options, count: 1, cells: [cell] }
}
