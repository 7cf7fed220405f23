import {
  MOST_SHOWN,
  type RatingsFilesReport,
  type RatingsOutcome,
  type RatingsReport,
  type ShownEntry,
  type ShownTable,
} from '../../../shared/model/data-entry.ts'
import { columnName } from '../../files/spreadsheet/cell-names.ts'
import type { Sheet } from '../../files/spreadsheet/spreadsheet.ts'
import { oneLine } from '../../frameworks/read/words/cell-text.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { requireWorkshop } from '../../workshops/workshops.ts'
import { joinRatings, peopleInSeveral } from './between-files.ts'
import type { PlacedRow } from './check-ratings.ts'
import type { RatingsTable } from './entry-tables.ts'
import { planRatings } from './plan-ratings.ts'
import {
  type ChosenRatings,
  isUnderstood,
  type UnderstoodFile,
  type UnderstoodRatings,
  understandFiles,
} from './understand-ratings.ts'

/**
 * Says what storing files of ratings would do, each and those that fit together, with every problem in them; stores
 * nothing. Throws UNKNOWN_WORKSHOP.
 */
export function checkEntries(
  workbook: Workbook,
  workshopId: string,
  chosen: readonly ChosenRatings[],
): RatingsFilesReport {
  const workshop = requireWorkshop(workbook.store, workshopId)
  const files = understandFiles(workbook, workshop, chosen)
  const fit = files.filter(isUnderstood).filter(({ checked }) => checked.problems.length === 0)
  const outcomes = files.map(file => outcomeOf(workbook, file))
  const joined = joinRatings(fit.map(({ checked }) => checked))
  return {
    files: outcomes,
    together: fit.length === 0 ? null : planRatings(workbook.store, joined).counts,
    inSeveral: peopleInSeveral(fit),
  }
}

function outcomeOf({ store }: Workbook, file: UnderstoodFile): RatingsOutcome {
  if (!isUnderstood(file)) return { file: file.name, refused: file.refused }
  const { name, reading, checked, warnings, tables } = file
  const { problems } = checked
  return {
    file: name,
    sheets: reading.kind === 'sheets' ? shownSheets(reading.sheets, file) : [],
    tables: tables.map(shownTable),
    problems: problems.slice(0, MOST_SHOWN),
    problemCount: problems.length,
    warnings: warnings.slice(0, MOST_SHOWN),
    entries: checked.rows.slice(0, MOST_SHOWN).map(placed => shownEntry(placed, file)),
    counts: problems.length > 0 ? null : planRatings(store, checked).counts,
  }
}

function shownSheets(
  sheets: readonly Sheet[],
  { tables }: UnderstoodRatings,
): RatingsReport['sheets'] {
  return sheets
    .filter(({ rows }) => rows.length > 0)
    .map(sheet => {
      const table = tables.find(({ source }) => source === sheet)
      const { name, hidden } = sheet
      return {
        name,
        isHidden: hidden,
        isRead: table !== undefined,
        ratings: table?.rows.length ?? 0,
      }
    })
}

/** The number of rows of a table that are shown below its headings. */
const ROWS_SHOWN = 8

function shownTable({ source, header, layout }: RatingsTable): ShownTable {
  const rows = source.rows.filter(({ number }) => number > header.number).slice(0, ROWS_SHOWN)
  const places = new Set([header, ...rows].flatMap(({ cells }) => cells.map(([column]) => column)))
  const columns = [...places].toSorted((a, b) => a - b)
  const textIn = (cells: typeof header.cells, column: number): string =>
    oneLine(cells.find(([at]) => at === column)?.[1])
  return {
    sheet: source.name,
    headerRow: header.number,
    columns: columns.map(column => ({
      column: columnName(column),
      heading: textIn(header.cells, column),
      holds: layout.holds.get(column) ?? null,
      isHidden: source.hiddenColumns.includes(column),
    })),
    rows: rows.map(({ number, cells }) => ({
      row: number,
      texts: columns.map(column => textIn(cells, column)),
    })),
  }
}

function shownEntry({ table, row: entered }: PlacedRow, { codes }: UnderstoodRatings): ShownEntry {
  const { row, person, group, indicator, criterion, round, answer, comment } = entered
  return {
    ...table.sheet,
    row,
    participant: person.name,
    isNewcomer: person.known === null,
    group,
    indicator: codes.get(indicator) ?? '',
    criterion,
    round,
    answer,
    comment,
  }
}
