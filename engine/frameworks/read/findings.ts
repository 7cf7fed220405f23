import { isDeepStrictEqual } from 'node:util'
import type { CheckChoices, CheckIssue, CodedIssue } from '../../../shared/model/check.ts'
import { cellName, cellPlace } from '../../files/spreadsheet/cell-names.ts'
import { groupBy } from '../../group-by.ts'
import type { Candidate } from './rows/candidates.ts'
import { cellText } from './words/cell-text.ts'

/** A problem at its place in a sheet; row and column are counted from 1. */
export type Finding = CodedIssue &
  Pick<CheckIssue, 'severity'> & {
    readonly row: number
    readonly column: number
    readonly field?: CheckIssue['field']
    /** The text that the cell holds now. */
    readonly text?: string
    readonly options?: readonly string[]
  }

/** The order in which a person meets the problems of a sheet: from the top, from the left. */
function byPlace(a: Finding, b: Finding): number {
  return a.row - b.row || a.column - b.column
}

/** Up to so many cells with the same problem are listed one by one. */
const LISTED_ONE_BY_ONE = 10

/** Beyond so many issues nobody reads a list, so that even unlike texts are grouped. */
const MOST_ISSUES = 500

function toIssue(first: Finding, all: readonly Finding[], sheet: string): CheckIssue {
  const { row, column, field = null, text = '', options = [], ...problem } = first
  return {
    ...problem,
    sheet,
    cell: cellName(column, row),
    field,
    text,
    options: [...options],
    count: all.length,
    cells: all.map(one => cellName(one.column, one.row)),
    isSameInAll: all.every(one => isDeepStrictEqual(one.data, first.data)),
  }
}

const kindOf = ({ severity, code, field }: Finding): string =>
  JSON.stringify([severity, code, field])
const kindAndText = (finding: Finding): string =>
  JSON.stringify([kindOf(finding), reportedBy(finding)])

/** The key by which findings of one kind are told apart: the text, if that is what must be put right. */
function reportedBy({ code, text = '', column }: Finding): string {
  const isAboutText =
    code === 'unrecognised-value' || code === 'two-values' || code === 'error-value'
  return isAboutText ? text.toLowerCase() : `${column}`
}

function grouped(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
  sheet: string,
): readonly CheckIssue[] {
  return [...groupBy(findings, keyOf).values()]
    .flatMap(all => (all.length <= LISTED_ONE_BY_ONE ? all.map(one => [one]) : [all]))
    .flatMap(all => (all[0] ? [{ first: all[0], all }] : []))
    .toSorted((a, b) => byPlace(a.first, b.first))
    .map(({ first, all }) => toIssue(first, all, sheet))
}

/**
 * The findings as they are reported, in the order in which a person meets them. A problem that many
 * cells share is one issue with their number and the first of them.
 */
export function toIssues(findings: readonly Finding[], sheet: string): readonly CheckIssue[] {
  const issues = grouped(findings, kindAndText, sheet)
  return issues.length <= MOST_ISSUES ? issues : grouped(findings, kindOf, sheet)
}

type Notes = CheckChoices['notes']

/** The indicators with the notes that a person loads them with, below those of the file. */
export function withNotes(
  candidates: readonly Candidate[],
  notes: Notes = [],
): readonly Candidate[] {
  if (notes.length === 0) return candidates
  const byRow = groupBy(notes, ({ cell }) => cellPlace(cell).row)
  return candidates.map(candidate => {
    const added = (byRow.get(candidate.row) ?? []).map(({ text }) => cellText(text))
    const lines = [candidate.texts.notes, ...added].filter(line => line !== '')
    return { ...candidate, texts: { ...candidate.texts, notes: lines.join('\n') } }
  })
}

/** The findings but for warnings of cells that a person wrote a note about: those are settled. */
export function withoutNoted(findings: readonly Finding[], notes: Notes = []): readonly Finding[] {
  const noted = new Set(notes.map(({ cell }) => cell))
  return findings.filter(
    ({ severity, column, row }) => severity === 'error' || !noted.has(cellName(column, row)),
  )
}
