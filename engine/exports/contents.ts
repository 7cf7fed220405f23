import { READ_ME } from '../../shared/messages/exports.ts'
import type { SpreadsheetContent, TableSheet } from '../files/sheets.ts'
import { codebookSheet } from './codebook.ts'
import { tableOf } from './column.ts'
import { FRAMEWORK_COLUMNS } from './framework-columns.ts'
import type { ExportMaterial } from './material.ts'
import { ratingColumns } from './rating-columns.ts'
import { readMeSheet } from './read-me.ts'
import { groupResultColumns, resultColumns } from './result-columns.ts'
import { groupResultRows, resultRows } from './result-rows.ts'
import { SUMMARY_COLUMNS, summaryRows } from './summary-columns.ts'

/** The ratings in long form: the sheet of the workbook, and all of the csv. */
export function ratingsTable(material: ExportMaterial): TableSheet {
  return tableOf('Ratings', ratingColumns(material), material.ratings)
}

/** The workbook that is handed out: results, the ratings they rest on, and what each column means. */
export function spreadsheetContent(material: ExportMaterial): SpreadsheetContent {
  const { title, newest, appVersion, scale, results, framework } = material
  const { indicators } = framework
  const described = [
    { name: 'Summary', columns: SUMMARY_COLUMNS },
    { name: 'Results', columns: resultColumns(scale) },
    { name: 'Results by group', columns: groupResultColumns(scale) },
    { name: 'Ratings', columns: ratingColumns(material) },
    { name: 'Framework', columns: FRAMEWORK_COLUMNS },
  ]
  return {
    title,
    program: READ_ME.program(appVersion),
    moment: newest,
    sheets: [
      readMeSheet(material),
      tableOf('Summary', SUMMARY_COLUMNS, summaryRows(results, indicators)),
      tableOf('Results', resultColumns(scale), resultRows(results, indicators)),
      tableOf('Results by group', groupResultColumns(scale), groupResultRows(results, indicators)),
      ratingsTable(material),
      tableOf('Framework', FRAMEWORK_COLUMNS, indicators),
      codebookSheet(described),
    ],
  }
}
