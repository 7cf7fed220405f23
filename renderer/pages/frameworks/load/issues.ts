import type {
  CheckChoices,
  CheckIssue,
  CheckReport,
  SkipReason,
} from '../../../../shared/model/check.ts'

/** Problems of one kind; `count` is how many cells they are about. */
export interface IssueGroup {
  readonly code: CheckIssue['code']
  readonly severity: CheckIssue['severity']
  readonly lines: readonly IssueLine[]
  readonly count: number
}

/** Problems of one code with the same data, as one value in many cells is. */
export interface IssueLine {
  readonly first: CheckIssue
  /** The other cells with the same problem. */
  readonly more: readonly string[]
}

const weight = ({ severity }: Pick<CheckIssue, 'severity'>): number =>
  severity === 'error' ? 0 : 1

/** Identifies what is said of an issue; one that many cells share is said of those cells alone. */
const saidOf = ({ sheet, code, data, count, cells }: CheckIssue): string =>
  JSON.stringify([sheet, code, data, count > 1 ? cells : []])

/** Joins the issues of which the same is said. */
function toLines(issues: readonly CheckIssue[]): readonly IssueLine[] {
  const alike = new Map<string, CheckIssue[]>()
  for (const issue of issues) {
    alike.set(saidOf(issue), [...(alike.get(saidOf(issue)) ?? []), issue])
  }
  return [...alike.values()].flatMap(([first, ...rest]) =>
    first ? [{ first, more: rest.map(({ cell }) => cell) }] : [],
  )
}

/** The problems by kind: what must be put right first, then what comes first in the sheet. */
export function groupIssues(issues: readonly CheckIssue[]): readonly IssueGroup[] {
  const kindOf = ({ severity, code }: CheckIssue) => `${severity} ${code}`
  const firsts = [...new Map(issues.toReversed().map(issue => [kindOf(issue), issue])).values()]
  return firsts
    .toReversed()
    .map(first => {
      const { code, severity } = first
      const alike = issues.filter(issue => kindOf(issue) === kindOf(first))
      const count = alike.reduce((sum, issue) => sum + issue.count, 0)
      return { code, severity, lines: toLines(alike), count, at: issues.indexOf(first) }
    })
    .toSorted((a, b) => weight(a) - weight(b) || a.at - b.at)
    .map(({ at: _, ...group }) => group)
}

/** Finds the problem of a cell of the sheet, the most serious one; null if it has none. */
export type IssueAt = (place: CellPlace) => CheckIssue | null

/** Tells the problem of each cell. */
export function issuesByCell({ sheet, issues }: Pick<CheckReport, 'sheet' | 'issues'>): IssueAt {
  const here = issues
    .filter(issue => issue.sheet === sheet)
    .toSorted((a, b) => weight(b) - weight(a))
  const named = new Map(here.flatMap(issue => issue.cells.map(cell => [cell, issue] as const)))
  return place => named.get(cellName(place)) ?? null
}

/** The first cell after a place that must be put right, beginning anew from the top; null if none. */
export function nextError(
  { sheet, issues }: Pick<CheckReport, 'sheet' | 'issues'>,
  after: CellPlace,
): string | null {
  const places = issues
    .filter(issue => issue.severity === 'error' && issue.sheet === sheet)
    .flatMap(({ cells }) => cells.map(placeOf))
  const earliest = (found: CellPlace | null, place: CellPlace): CellPlace =>
    found === null || byPlace(place, found) < 0 ? place : found
  // There may be thousands, so they are not sorted for the one that is wanted.
  const next =
    places.filter(place => byPlace(place, after) > 0).reduce(earliest, null) ??
    places.filter(place => byPlace(place, after) < 0).reduce(earliest, null)
  return next ? cellName(next) : null
}

/** The outcome of a row of the sheet. */
export type RowState =
  | { readonly is: 'above' }
  | { readonly is: 'headings' }
  | { readonly is: 'loaded' }
  | { readonly is: 'faulty' }
  | { readonly is: 'skipped'; readonly reason: SkipReason }
  | { readonly is: 'left-out' }

/** Tells what becomes of each row, from what was understood of the sheet. */
export function rowStates(
  { headerRow, indicators, skipped }: CheckReport,
  { leftOut = [] }: CheckChoices,
): (row: number) => RowState {
  const loaded = new Set(indicators.map(({ row }) => row))
  const reasons = new Map(skipped.map(({ row, ...reason }) => [row, reason]))
  const out = new Set(leftOut)
  return row => {
    if (row < headerRow) return { is: 'above' }
    if (row === headerRow) return { is: 'headings' }
    if (out.has(row)) return { is: 'left-out' }
    const reason = reasons.get(row)
    if (reason !== undefined) return { is: 'skipped', reason }
    return { is: loaded.has(row) ? 'loaded' : 'faulty' }
  }
}

/** A cell's place: its column as the spreadsheet names it, and its row from 1. */
interface CellPlace {
  readonly column: string
  readonly row: number
}

/** The place that a cell's name, such as `D14`, stands for. */
export function placeOf(cell: string): CellPlace {
  const [, column = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  return { column, row: Number(row) }
}

/** The name of a cell. */
export const cellName = ({ column, row }: CellPlace): string => `${column}${row}`

/** Orders columns from the left: `B`, `Z`, `AA`. */
export const byColumn = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : Number(a > b))

/** Orders cells as one reads: from the top, then from the left. */
const byPlace = (a: CellPlace, b: CellPlace): number =>
  a.row - b.row || byColumn(a.column, b.column)
