import { assertNever } from '../../../shared/assert-never.ts'
import { appendixTable } from '../appendix/appendix.ts'
import { type ExportMaterial, hasDiary, hasGroups } from '../material/material.ts'
import { askedTable } from './asked-table.ts'
import { consentTables } from './consent-tables.ts'
import { diaryTable } from './diary-table.ts'
import type { DataTable } from './field.ts'
import { frameworkTable, frameworkVersionsTable, levelsTable } from './framework-tables.ts'
import { glossaryTables } from './glossary-table.ts'
import { handsTable } from './hands-table.ts'
import { languageTables } from './language-table.ts'
import { participantsTable, workshopsTable } from './people-tables.ts'
import { commentsTable, ratingsTable, suggestionsTable } from './rating-tables.ts'
import { releasedCommentsTable, releasedSuggestionsTable } from './released-tables.ts'
import { agreementTable, groupResultsTable, resultsTable } from './result-tables.ts'
import { translationTables } from './translation-table.ts'
import { wideTable } from './wide-table.ts'

/** Everything that an export says as tables for programs; a table comes after those it refers to. */
export function dataTables(material: ExportMaterial): readonly DataTable[] {
  const framework = [
    frameworkTable(material),
    frameworkVersionsTable(material),
    ...glossaryTables(material),
    ...translationTables(material),
    levelsTable(material),
  ]
  const results = [
    resultsTable(material),
    ...(hasGroups(material) ? [groupResultsTable(material)] : []),
    agreementTable(material),
    appendixTable(material),
  ]
  switch (material.release) {
    case 'research':
      return [
        workshopsTable(material),
        participantsTable(material),
        ...consentTables(material),
        ...framework,
        askedTable(material),
        ratingsTable(material),
        wideTable(material),
        ...languageTables(material),
        ...(material.hands.length > 0 ? [handsTable(material)] : []),
        ...(material.scope.comments === false
          ? []
          : [commentsTable(material), suggestionsTable(material)]),
        ...results,
        ...(hasDiary(material) ? [diaryTable(material)] : []),
      ]
    case 'tables':
      return [
        ...framework,
        ...(material.words
          ? [releasedCommentsTable(material.words), releasedSuggestionsTable(material.words)]
          : []),
        ...results,
      ]
    case 'rows':
      return [...framework, ratingsTable(material), wideTable(material), ...results]
    default:
      return assertNever(material.release)
  }
}
