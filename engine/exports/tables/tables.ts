import type { ExportMaterial } from '../material/material.ts'
import { askedTable } from './asked-table.ts'
import type { DataTable } from './field.ts'
import { frameworkTable, frameworkVersionsTable, levelsTable } from './framework-tables.ts'
import { participantsTable, workshopsTable } from './people-tables.ts'
import { commentsTable, ratingsTable, suggestionsTable } from './rating-tables.ts'
import { agreementTable, groupResultsTable, resultsTable } from './result-tables.ts'
import { wideTable } from './wide-table.ts'

/** Everything that an export says as tables for programs; a table comes after those it refers to. */
export function dataTables(material: ExportMaterial): readonly DataTable[] {
  const remarks = [commentsTable(material), suggestionsTable(material)]
  return [
    workshopsTable(material),
    participantsTable(material),
    frameworkTable(material),
    frameworkVersionsTable(material),
    levelsTable(material),
    askedTable(material),
    ratingsTable(material),
    wideTable(material),
    ...(material.scope.comments === false ? [] : remarks),
    resultsTable(material),
    groupResultsTable(material),
    agreementTable(material),
  ]
}
