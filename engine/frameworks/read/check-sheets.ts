import { parse } from 'node:path'
import type {
  CheckChoices,
  CheckIssue,
  CheckOutcome,
  CheckSheet,
  Refusal,
} from '../../../shared/model/check.ts'
import type { Sheet, SpreadsheetReading } from '../../files/spreadsheet/spreadsheet.ts'
import { checkTable, type TableReport } from './check-table.ts'
import { areAlike, isNumbered, joinReports } from './join-sheets.ts'
import { plainName } from './words/cell-text.ts'

/** A sheet and what is understood of it; null if it has no table of indicators. */
interface CheckedSheet {
  readonly sheet: Sheet
  readonly report: TableReport | null
}

/** A sheet with a table in it, and its place in the file. */
interface CheckedTable extends CheckedSheet {
  readonly place: number
  readonly report: TableReport
}

/** Sheets that people keep beside a framework, though a few may look like one. */
const BESIDE =
  /\b(read ?me|notes|guidance|instructions|cover|contents|lookups?|lists?|validation|allowed values|values|drop ?downs?|codes?list|glossary|change ?log|changes|version(s| history| control)|old|archived?|superseded|previous|deleted|removed|retired|do not use)\b/

const isBeside = ({ name }: Sheet): boolean => BESIDE.test(plainName(name))

const hasAll = ({ columns }: TableReport): boolean =>
  columns.code !== undefined && columns.title !== undefined

/** Headings that say that a column holds indicators, and not names of anything. */
const SAYS_INDICATOR = /\b(indicators?|measures?|metrics?|pis?|kpis?|statement)\b/

/** A list of codes and names may be a list of anything; a framework says more, or what its names are. */
function isFramework({ columns, issues, tableColumns }: TableReport): boolean {
  const hasSections = !issues.some(
    ({ code, field }) => code === 'missing-column' && field === 'section',
  )
  const named = tableColumns.some(
    ({ field, heading }) => field === 'title' && SAYS_INDICATOR.test(plainName(heading)),
  )
  return hasSections || named || Object.keys(columns).length > 2
}

/** The sheets with a table, those that look most like a framework first. */
function bestFirst(checked: readonly CheckedSheet[]): readonly CheckedTable[] {
  return checked
    .flatMap(({ sheet, report }, place) => (report ? [{ sheet, report, place }] : []))
    .toSorted(
      (a, b) =>
        Number(a.sheet.hidden) - Number(b.sheet.hidden) ||
        Number(isBeside(a.sheet)) - Number(isBeside(b.sheet)) ||
        Number(hasAll(b.report)) - Number(hasAll(a.report)) ||
        Number(isFramework(b.report)) - Number(isFramework(a.report)) ||
        b.report.clean - a.report.clean ||
        Object.keys(b.report.columns).length - Object.keys(a.report.columns).length ||
        b.report.candidates - a.report.candidates,
    )
}

/** Warns of another sheet that people see and that has indicators which this one has not. */
function otherSheets(chosen: CheckedTable, tables: readonly CheckedTable[]): readonly CheckIssue[] {
  const others = tables.filter(
    ({ sheet, report }) =>
      sheet !== chosen.sheet && !sheet.hidden && !isBeside(sheet) && isFramework(report),
  )
  if (others.length === 0) return []
  const codes = new Set(chosen.report.indicators.map(({ code }) => plainName(code)))
  return others.flatMap(({ sheet, report }): readonly CheckIssue[] => {
    const more = report.indicators.filter(
      ({ code }) => isNumbered(report) || !codes.has(plainName(code)),
    ).length
    if (more === 0) return []
    const data = { sheet: sheet.name, indicators: more }
    return [{ code: 'other-sheet', data, ...sheetWarning(chosen.report) }]
  })
}

/** Warns of a sheet that nobody looked at, at the headings of the one that was read. */
function unreadSheet(report: TableReport, { name, over }: Unread): CheckIssue {
  return { code: 'unread-sheet', data: { sheet: name, over }, ...sheetWarning(report) }
}

/** The sheets that people see and that hold one list together, in the order of the file; none if it is one. */
function sheetsAlike(
  chosen: CheckedTable,
  tables: readonly CheckedTable[],
): readonly CheckedTable[] {
  const seen = tables.filter(({ sheet }) => !sheet.hidden && !isBeside(sheet))
  const alike = seen
    .filter(one => one.sheet === chosen.sheet || areAlike(chosen.report, one.report))
    .toSorted((a, b) => a.place - b.place)
  return areAlike(...alike.map(({ report }) => report)) && alike.length > 1 ? alike : []
}

/** The reading of several sheets as one, with a word of it; null for a single one. */
function joinSheets(
  reports: readonly TableReport[],
  numberBy: CheckChoices['numberCodes'],
): Partial<TableReport> | null {
  const [first] = reports
  if (!first || reports.length < 2) return null
  const { issues, ...joined } = joinReports(reports, numberBy)
  const data = { sheets: reports.map(({ sheet }) => sheet) }
  return { ...joined, issues: [{ code: 'joined-sheets', data, ...sheetWarning(first) }, ...issues] }
}

/** A warning about a sheet as a whole, placed at its headings. */
function sheetWarning({ sheet, headerRow }: TableReport): Omit<CheckIssue, 'code' | 'data'> {
  const cell = `A${headerRow}`
  return {
    severity: 'warning',
    sheet,
    cell,
    field: null,
    text: '',
    options: [],
    count: 1,
    cells: [cell],
    isSameInAll: true,
  }
}

const toCheckSheet = ({ sheet, report }: CheckedSheet): CheckSheet => ({
  name: sheet.name,
  hidden: sheet.hidden,
  indicators: report?.clean ?? 0,
})

/**
 * The sheet that was asked for, or else the one that looks most like a framework. What a person
 * settled about rows and columns counts for that sheet alone, so the others are read without it.
 */
export function checkSheets(
  reading: ReadSheets,
  file: string,
  { sheet: wanted, glossary: _, ...choices }: CheckChoices,
): CheckOutcome {
  const named = namedSheets(reading, file)
  const { format } = reading
  const checked = named.map(sheet => ({ sheet, report: checkTable({ file, format, sheet }) }))
  const sheets = checked.map(toCheckSheet)
  const refuse = (refused: Refusal): CheckOutcome => ({ file, refused, sheets })
  const unread = reading.unread.find(({ name }) => wanted !== undefined && isSameName(name, wanted))
  if (unread) return refuse({ code: 'too-large', over: unread.over })
  const tables = bestFirst(checked)
  const sheet = wanted === undefined ? (tables[0]?.sheet ?? named[0]) : sheetNamed(named, wanted)
  if (wanted !== undefined && !sheet) {
    const names = sheets.map(({ name }) => name)
    return refuse({ code: 'no-such-sheet', sheet: wanted, sheets: names })
  }
  const report = Object.values(choices).some(choice => choice !== undefined)
    ? sheet && checkTable({ file, format, sheet }, choices)
    : checked.find(other => other.sheet === sheet)?.report
  if (!sheet || !report) {
    // What was looked for may be on the sheet that could not be read.
    const [first] = wanted === undefined ? reading.unread : []
    return refuse(first ? { code: 'too-large', over: first.over } : { code: 'no-table' })
  }
  const place = named.indexOf(sheet)
  const chosen = { sheet, report, place }
  const alike = wanted === undefined ? sheetsAlike(chosen, tables) : []
  const joined = joinSheets(
    alike.map(of => (of.sheet === sheet ? report : of.report)),
    choices.numberCodes,
  )
  const others = tables.filter(of => !alike.some(({ sheet: one }) => one === of.sheet))
  const issues = [
    ...(joined?.issues ?? report.issues),
    ...otherSheets(chosen, others),
    ...reading.unread.map(sheet => unreadSheet(report, sheet)),
  ]
  return { ...report, ...joined, issues, sheets }
}

/** A file that could be read. */
type ReadSheets = Extract<SpreadsheetReading, { kind: 'sheets' }>
type Unread = ReadSheets['unread'][number]

/** The sheets with the names that people see: a csv's sheet is called like the file. */
export function namedSheets({ format, sheets }: ReadSheets, file: string): readonly Sheet[] {
  return format === 'csv' ? sheets.map(sheet => ({ ...sheet, name: parse(file).name })) : sheets
}

/** True if the typed name means this sheet, in any case of letters. */
function isSameName(name: string, typed: string): boolean {
  return name.trim().toLowerCase() === typed.trim().toLowerCase()
}

/** The sheet of this name, in whatever case it was typed; undefined if there is none. */
export function sheetNamed<Named extends { readonly name: string }>(
  sheets: readonly Named[],
  wanted: string,
): Named | undefined {
  return (
    sheets.find(({ name }) => name === wanted) ??
    sheets.find(({ name }) => isSameName(name, wanted))
  )
}
