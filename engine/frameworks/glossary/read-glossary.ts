import type { CheckChoices, CheckIssue, CheckReport, Refusal } from '../../../shared/model/check.ts'
import type { GlossaryReading } from '../../../shared/model/glossary/reading.ts'
import { WorkbookError } from '../../errors.ts'
import { cellPlace, columnName, columnNumber } from '../../files/spreadsheet/cell-names.ts'
import { whyUnread } from '../../files/spreadsheet/keep-within-limits.ts'
import type { Sheet, SpreadsheetReading } from '../../files/spreadsheet/spreadsheet.ts'
import { namedSheets } from '../read/check-sheets.ts'
import { columnEntries } from './column-entries.ts'
import { collectTerms, type Entry } from './entries.ts'
import { isGlossaryName } from './headings.ts'
import { sheetEntries } from './sheet-entries.ts'

/** The part of a file in which terms stand: a whole sheet, or a column of the framework's own rows. */
interface Source {
  readonly sheet: string
  readonly column: string | null
  readonly entries: readonly Entry[]
}

/**
 * Adds the glossary of a framework's file to what would be loaded of it: of the sheets beside the framework that people see, and of columns
 * of its rows that are called a glossary. Nothing is said of such sheets and columns otherwise, unless they are left out.
 */
export function withGlossary(
  report: CheckReport,
  sheets: readonly Sheet[],
  { glossary }: Pick<CheckChoices, 'glossary'>,
): CheckReport {
  const names = namesOfFramework(report)
  const own = sheets.filter(({ name }) => names.includes(name))
  const beside = sheets.filter(sheet => !sheet.hidden && !own.includes(sheet))
  const found = readSources([
    ...beside.map(sheetSource),
    ...own.flatMap(sheet => columnSources(sheet, report)),
  ])
  if (!found) return report
  const isLeftOut = glossary === 'left-out'
  const isExplained = (issue: CheckIssue): boolean =>
    !isLeftOut && found.sources.some(source => isAbout(issue, source))
  return {
    ...report,
    issues: report.issues.filter(issue => !isExplained(issue)),
    glossary: { ...found, isLeftOut },
  }
}

/** The sheets that the framework was read from: one, or several that hold one list together. */
const namesOfFramework = ({ sheet, issues }: CheckReport): readonly string[] => [
  sheet,
  ...issues.flatMap(issue => (issue.code === 'joined-sheets' ? issue.data.sheets : [])),
]

/** Tests whether a warning is that a sheet or column with terms is not loaded as a part of the framework. */
function isAbout(
  issue: CheckIssue,
  { sheet, column }: GlossaryReading['sources'][number],
): boolean {
  if (column === null) return issue.code === 'other-sheet' && issue.data.sheet === sheet
  const isThere = columnName(cellPlace(issue.cell).column) === column
  return issue.code === 'unmapped-column' && issue.sheet === sheet && isThere
}

/** The glossary of a file of its own, or the reason why it has none. */
export function glossaryOfFile(
  reading: SpreadsheetReading,
  file: string,
): GlossaryReading | { readonly refused: Refusal } {
  if (reading.kind === 'refused') return { refused: whyUnread(reading) }
  const seen = namedSheets(reading, file).filter(({ hidden }) => !hidden)
  const found = readSources(seen.map(sheetSource))
  return found ?? { refused: { code: 'no-table' } }
}

/** The glossary of a file of its own. Throws GLOSSARY_REFUSED where there is none. */
export function requireGlossary(reading: SpreadsheetReading, file: string): GlossaryReading {
  const found = glossaryOfFile(reading, file)
  if ('refused' in found) throw new WorkbookError('GLOSSARY_REFUSED', { file, ...found })
  return found
}

const sheetSource = (sheet: Sheet): Source => ({
  ...{ sheet: sheet.name, column: null, entries: sheetEntries(sheet) },
})

function columnSources(
  sheet: Sheet,
  { headerRow, tableColumns }: Pick<CheckReport, 'headerRow' | 'tableColumns'>,
): readonly Source[] {
  const rows = sheet.rows.filter(({ number }) => number > headerRow)
  return tableColumns
    .filter(({ field, hidden, heading }) => field === null && !hidden && isGlossaryName(heading))
    .map(({ column }) => {
      const entries = columnEntries(rows, sheet.name, columnNumber(column))
      const explained = entries.filter(({ meaning }) => meaning !== '').length
      // A column of words alone explains nothing.
      return { sheet: sheet.name, column, entries: explained * 2 < entries.length ? [] : entries }
    })
}

function readSources(sources: readonly Source[]): GlossaryReading | null {
  const filled = sources.filter(({ entries }) => entries.length > 0)
  if (filled.length === 0) return null
  return {
    ...collectTerms(filled.flatMap(({ entries }) => entries)),
    sources: filled.map(({ sheet, column, entries }) => ({
      ...{ sheet, column, terms: collectTerms(entries).terms.length },
    })),
  }
}
