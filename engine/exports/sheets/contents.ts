import { READ_ME } from '../../../shared/messages/report.ts'
import type { SpreadsheetContent, TableSheet } from '../../files/write/sheets.ts'
import { chartSheet } from '../charts/chart-sheet.ts'
import type { ExportedRating } from '../material/exported-records.ts'
import { versionedIndicators } from '../material/framework-parts.ts'
import type { ExportMaterial } from '../material/material.ts'
import { agreementRows, EXPLAINED_AGREEMENT_COLUMNS } from './agreement-columns.ts'
import { type Column, codebookSheet, type DescribedSheet, tableOf } from './columns.ts'
import {
  FRAMEWORK_COLUMNS,
  SUMMARY_COLUMNS,
  summaryRows,
  VERSION_COLUMNS,
} from './indicator-columns.ts'
import { readMeSheet } from './read-me.ts'
import {
  commentColumns,
  PEOPLE_COLUMNS,
  ratingColumns,
  SUGGESTION_COLUMNS,
} from './record-columns.ts'
import {
  groupResultColumns,
  groupResultRows,
  resultColumns,
  resultRows,
  roundResultColumns,
} from './result-columns.ts'

/** A sheet with what the codebook needs to know of it. */
type DescribedTable = TableSheet & DescribedSheet

/** The ratings in long form: the sheet of the workbook, and all of the csv. */
export function ratingsTable(material: ExportMaterial): DescribedTable {
  return described('Ratings', ratingColumns(material), material.ratings())
}

/** The workbook that is handed out: results, the ratings they rest on, and what each column means. */
export function spreadsheetContent(material: ExportMaterial): SpreadsheetContent {
  const tables = [...resultTables(material), ...recordTables(material)]
  const [summary, ...others] = tables
  const charts = chartSheet(material)
  const codebook = codebookSheet(tables)
  const sheets = [...(summary ? [summary] : []), ...(charts ? [charts] : []), ...others, codebook]
  const names = ['Read me', ...sheets.map(({ name }) => name)]
  return {
    title: material.title,
    program: READ_ME.program(material.appVersion),
    moment: material.newest,
    sheets: [readMeSheet(material, names), ...sheets],
  }
}

function resultTables(material: ExportMaterial): readonly DescribedTable[] {
  const { scale, rounds } = material
  const inEachRound = rounds.flatMap(round =>
    resultRows(material.resultsOf(round), material.wordsOf),
  )
  return [
    described('Summary', SUMMARY_COLUMNS, summaryRows(material)),
    described('Results', resultColumns(scale), resultRows(material, material.wordsOf)),
    described('By group', groupResultColumns(scale), groupResultRows(material, material.wordsOf)),
    described('Rounds', roundResultColumns(scale), inEachRound),
    described('Agreement', EXPLAINED_AGREEMENT_COLUMNS, agreementRows(material)),
  ]
}

function recordTables(material: ExportMaterial): readonly DescribedTable[] {
  const comments = described('Comments', commentColumns(material), commented(material))
  const suggestions = described('Suggestions', SUGGESTION_COLUMNS, material.suggestions)
  return [
    ...(material.scope.comments === false ? [] : [comments, suggestions]),
    ratingsTable(material),
    described('Participants', PEOPLE_COLUMNS, material.everyone),
    described('Framework', FRAMEWORK_COLUMNS, material.framework.indicators),
    described('Framework versions', VERSION_COLUMNS, versionedIndicators(material)),
  ]
}

function* commented(material: ExportMaterial): Generator<ExportedRating> {
  for (const rating of material.ratings()) if (rating.comment !== '') yield rating
}

function described<Item>(
  name: string,
  columns: readonly Column<Item>[],
  items: Iterable<Item>,
): DescribedTable {
  return { ...tableOf(name, columns, items), columns }
}
