import type { CheckIssue } from '../../shared/model/check.ts'

/** A problem at its place in a sheet; row and column are counted from 1. */
export interface Finding extends Pick<CheckIssue, 'severity' | 'code' | 'message'> {
  readonly row: number
  readonly column: number
  readonly field?: CheckIssue['field']
  /** What the cell holds now. */
  readonly text?: string
  readonly options?: readonly string[]
}

/** The order in which a person meets the problems of a sheet: from the top, from the left. */
export function byPlace(a: Finding, b: Finding): number {
  return a.row - b.row || a.column - b.column
}
