import { issueWords } from '../../shared/messages/check.ts'
import type { CheckIssue } from '../../shared/model/check.ts'
import { cellName } from '../files/cell-names.ts'
import { byPlace, type Finding } from './finding.ts'
import { groupBy } from './group-by.ts'

/** Up to so many cells with the same problem are listed one by one. */
const LISTED_ONE_BY_ONE = 10

/** The first cells that the words of a grouped problem name. */
const CELLS_NAMED = 10

/** Beyond so many issues nobody reads a list, so that even unlike texts are grouped. */
const MOST_ISSUES = 500

function toIssue(first: Finding, all: readonly Finding[], sheet: string): CheckIssue {
  const { severity, code, message, row, column, field = null, text = '', options = [] } = first
  const cells = all.map(one => cellName(one.column, one.row))
  const count = all.length
  const isOneText = new Set(all.map(one => one.message)).size === 1
  const more = isOneText ? issueWords.andMore : issueWords.andMoreLikeIt
  return {
    severity,
    code,
    sheet,
    cell: cellName(column, row),
    message: count === 1 ? message : more(message, count, cells.slice(1, CELLS_NAMED)),
    field,
    text,
    options: [...options],
    count,
    cells,
  }
}

const kindOf = ({ severity, code, field }: Finding): string =>
  JSON.stringify([severity, code, field])
const kindAndText = (finding: Finding): string => JSON.stringify([kindOf(finding), saidBy(finding)])

/** What tells two findings of a kind apart: the text, where it is what a person must put right. */
function saidBy({ code, text = '', column }: Finding): string {
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
