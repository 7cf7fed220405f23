import { ONE_SECTION } from '../../../shared/model/framework.ts'
import type { TableReport } from './check-table.ts'
import { plainName } from './words/cell-text.ts'
import { plainCode } from './words/codes.ts'

/** The columns of a table as far as they hold something known: two alike tables have the same. */
const layoutOf = ({ tableColumns }: TableReport): string =>
  JSON.stringify(
    tableColumns
      .filter(({ field }) => field !== null)
      .map(({ column, heading, field }) => [column, plainName(heading), field]),
  )

const hasErrors = ({ issues }: TableReport): boolean =>
  issues.some(({ severity }) => severity === 'error')

/**
 * Tests whether sheets hold one list, a sheet for each section: the same columns, none of them of
 * sections, no code twice and nothing wrong. Whatever is doubtful is for a person to say.
 */
export function areAlike(...reports: readonly TableReport[]): boolean {
  const [first] = reports
  if (!first) return false
  const layout = layoutOf(first)
  const codes = reports.flatMap(({ indicators }) => indicators.map(({ code }) => plainCode(code)))
  const isOne = reports.every(
    report =>
      report.columns.section === undefined && layoutOf(report) === layout && !hasErrors(report),
  )
  return isOne && new Set(codes).size === codes.length
}

/** The section column that every sheet lacks is the name of the sheet, about which nothing is to be said. */
const isAboutSections = ({ code, field }: TableReport['issues'][number]): boolean =>
  code === 'missing-column' && field === 'section'

/** Reads alike sheets as one list, in which each sheet is a section over those that it has itself. */
export function joinReports(
  reports: readonly TableReport[],
): Pick<TableReport, 'candidates' | 'clean' | 'hiddenRows' | 'indicators' | 'issues' | 'skipped'> {
  const sum = (count: (report: TableReport) => number): number =>
    reports.reduce((total, report) => total + count(report), 0)
  return {
    candidates: sum(({ candidates }) => candidates),
    clean: sum(({ clean }) => clean),
    hiddenRows: sum(({ hiddenRows }) => hiddenRows),
    indicators: reports.flatMap(({ sheet, indicators }) =>
      indicators.map(indicator => {
        const [outer = ''] = indicator.section
        const isNone = indicator.section.length === 1 && outer === ONE_SECTION
        return { ...indicator, section: isNone ? [sheet] : [sheet, ...indicator.section] }
      }),
    ),
    issues: reports.flatMap(({ issues }) => issues.filter(issue => !isAboutSections(issue))),
    skipped: reports.flatMap(({ sheet, skipped }, index) =>
      index === 0 ? skipped : skipped.map(row => ({ ...row, sheet })),
    ),
  }
}
