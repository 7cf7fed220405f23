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
import { plainName } from './words/cell-text.ts'

/** A sheet and what is understood of it; null if it has no table of indicators. */
interface CheckedSheet {
  readonly sheet: Sheet
  readonly report: TableReport | null
}

/** A sheet with a table in it. */
interface CheckedTable extends CheckedSheet {
  readonly report: TableReport
}

/** Sheets that people keep beside a framework, though a few may look like one. */
const BESIDE =
  /\b(read ?me|notes|guidance|instructions|cover|contents|lookups?|lists?|validation|allowed values|values|drop ?downs?|codes?list|glossary|change ?log|changes|version(s| history| control)|old|archived?|superseded|previous|deleted|removed|retired|do not use)\b/

const isBeside = ({ name }: Sheet): boolean => BESIDE.test(plainName(name))

const hasAll = ({ columns }: TableReport): boolean =>
  columns.code !== undefined && columns.title !== undefined

/** A list of codes and names may be a list of anything; a framework mostly has sections. */
const hasSections = ({ issues }: TableReport): boolean =>
  !issues.some(({ code, field }) => code === 'missing-column' && field === 'section')

/** The sheets with a table, those that look most like a framework first. */
function bestFirst(checked: readonly CheckedSheet[]): readonly CheckedTable[] {
  return checked
    .flatMap(({ sheet, report }) => (report ? [{ sheet, report }] : []))
    .toSorted(
      (a, b) =>
        Number(a.sheet.hidden) - Number(b.sheet.hidden) ||
        Number(isBeside(a.sheet)) - Number(isBeside(b.sheet)) ||
        Number(hasAll(b.report)) - Number(hasAll(a.report)) ||
        Number(hasSections(b.report)) - Number(hasSections(a.report)) ||
        b.report.clean - a.report.clean ||
        Object.keys(b.report.columns).length - Object.keys(a.report.columns).length ||
        b.report.candidates - a.report.candidates,
    )
}

/** Warns of another sheet that people see and that has indicators which this one has not. */
function otherSheets(chosen: CheckedTable, tables: readonly CheckedTable[]): readonly CheckIssue[] {
  const others = tables.filter(
    ({ sheet, report }) =>
      sheet !== chosen.sheet && !sheet.hidden && !isBeside(sheet) && hasSections(report),
  )
  if (others.length === 0) return []
  const codes = new Set(chosen.report.indicators.map(({ code }) => plainName(code)))
  return others.flatMap(({ sheet, report }) => {
    const more = report.indicators.filter(({ code }) => !codes.has(plainName(code))).length
    if (more === 0) return []
    const data = { sheet: sheet.name, indicators: more }
    return [{ code: 'other-sheet', data, ...sheetWarning(report) }]
  })
}

/** Warns of a sheet that nobody looked at, at the headings of the one that was read. */
function unreadSheet(report: TableReport, name: string): CheckIssue {
  return { code: 'unread-sheet', data: { sheet: name }, ...sheetWarning(report) }
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
  { sheet: wanted, ...choices }: CheckChoices,
): CheckOutcome {
  const named = namedSheets(reading, file)
  const { format } = reading
  const checked = named.map(sheet => ({ sheet, report: checkTable({ file, format, sheet }) }))
  const sheets = checked.map(toCheckSheet)
  const refuse = (refused: Refusal): CheckOutcome => ({ file, refused, sheets })
  const isUnread = wanted !== undefined && reading.unread.some(name => isSameName(name, wanted))
  if (isUnread) return refuse({ code: 'too-large' })
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
    const code = reading.unread.length > 0 && wanted === undefined ? 'too-large' : 'no-table'
    return refuse({ code })
  }
  const issues = [
    ...report.issues,
    ...otherSheets({ sheet, report }, tables),
    ...reading.unread.map(name => unreadSheet(report, name)),
  ]
  return { ...report, issues, sheets }
}

/** A file that could be read. */
type ReadSheets = Extract<SpreadsheetReading, { kind: 'sheets' }>

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
