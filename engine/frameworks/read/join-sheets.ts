import type { CheckChoices, CheckIssue } from '../../../shared/model/check.ts'
import { ONE_SECTION } from '../../../shared/model/framework.ts'
import { joinPictureRows } from '../pictures/read-columns.ts'
import { joinTranslations } from '../translations/read-translations.ts'
import type { TableReport } from './check-table.ts'
import { joinedCodes } from './joined-codes.ts'
import { numberedCodes } from './rows/number-codes.ts'
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

const isAboutNumbers = ({ code }: CheckIssue): boolean => code === 'numbered-codes'

/** Tests whether the indicators of a sheet have numbers for codes that the file has none of. */
export const isNumbered = ({ issues }: TableReport): boolean => issues.some(isAboutNumbers)

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
  return isOne && (reports.every(isNumbered) || new Set(codes).size === codes.length)
}

/** The section column that every sheet lacks is the name of the sheet, about which nothing is to be said. */
const isAboutSections = ({ code, field }: CheckIssue): boolean =>
  code === 'missing-column' && field === 'section'

type Joined = Pick<
  TableReport,
  | 'candidates'
  | 'clean'
  | 'hiddenRows'
  | 'indicators'
  | 'issues'
  | 'skipped'
  | 'translations'
  | 'pictures'
>

/**
 * Reads alike sheets as one list, in which each sheet is a section over those that it has itself. Where none has
 * codes, their indicators are numbered anew over all of them.
 */
export function joinReports(
  reports: readonly TableReport[],
  numberBy: CheckChoices['numberCodes'],
): Joined {
  const sum = (count: (report: TableReport) => number): number =>
    reports.reduce((total, report) => total + count(report), 0)
  const joined: Joined = {
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
  const all = reports.every(isNumbered) ? numberedAnew(joined, numberBy ?? 'all') : joined
  const codeOf = joinedCodes(reports, all.indicators)
  const translations = [...joinTranslations(reports, codeOf)]
  const pictures = [...joinPictureRows(reports, codeOf)]
  return {
    ...all,
    ...(translations.length > 0 ? { translations } : {}),
    ...(pictures.length > 0 ? { pictures } : {}),
  }
}

/** The same list with one row of numbers over all of its sheets, about which one word is said. */
function numberedAnew(joined: Joined, by: 'all' | 'sections'): Joined {
  const codes = numberedCodes(
    joined.indicators.map(({ section }) => section.join(' > ')),
    by,
  )
  const word = joined.issues.find(isAboutNumbers)
  const data = { first: codes[0] ?? '', last: codes.at(-1) ?? '' }
  return {
    ...joined,
    indicators: joined.indicators.map((each, at) => ({ ...each, code: codes[at] ?? each.code })),
    issues: joined.issues.flatMap(issue => {
      if (issue === word && issue.code === 'numbered-codes') return [{ ...issue, data }]
      return isAboutNumbers(issue) ? [] : [issue]
    }),
  }
}
