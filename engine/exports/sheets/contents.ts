import type { FileLanguage } from '../../../shared/languages/files.ts'
import { HANDS_WORDS } from '../../../shared/messages/data-entry/hands.ts'
import { RATING_WORDS } from '../../../shared/messages/exports.ts'
import { GLOSSARY_SHEET } from '../../../shared/messages/glossary/exported-glossary.ts'
import { READ_ME } from '../../../shared/messages/report.ts'
import { TRANSLATIONS_SHEET } from '../../../shared/messages/translations/exported-translations.ts'
import type { SpreadsheetContent, TableSheet } from '../../files/write/sheets.ts'
import { APPENDIX_COLUMNS, appendixRows } from '../appendix/appendix.ts'
import { chartSheet } from '../charts/chart-sheet.ts'
import { versionedIndicators } from '../material/framework-parts.ts'
import { type ExportMaterial, hasDiary, hasGroups, toldRounds } from '../material/material.ts'
import { agreementRows, EXPLAINED_AGREEMENT_COLUMNS } from './agreement-columns.ts'
import { type Column, codebookSheet, type DescribedSheet, tableOf } from './columns.ts'
import { DIARY_COLUMNS } from './diary-columns.ts'
import { GLOSSARY_COLUMNS } from './glossary-columns.ts'
import { handsColumns, handsRows } from './hands-columns.ts'
import { sheetIn, tableIn } from './in-language.ts'
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
  RELEASED_COMMENT_COLUMNS,
  RELEASED_SUGGESTION_COLUMNS,
  ratingColumns,
  SUGGESTION_COLUMNS,
} from './record-columns.ts'
import {
  groupResultColumns,
  groupResultRows,
  type ResultRow,
  resultColumns,
  resultRows,
  roundResultColumns,
} from './result-columns.ts'
import { translatedColumns } from './translated-columns.ts'
import { TRANSLATION_COLUMNS } from './translation-columns.ts'

/** A sheet with what the codebook needs to know of it. */
type DescribedTable = TableSheet & DescribedSheet

/**
 * All of the csv: the ratings in long form or, in tables, the results of every round; each row says the release. With a
 * language, headings and fixed words are in it.
 */
export function csvTable(material: ExportMaterial, language: FileLanguage | null): TableSheet {
  const table = longTable(material)
  return language ? tableIn(table, language) : table
}

function longTable(material: ExportMaterial): TableSheet {
  return material.release === 'tables'
    ? tableOf(
        'Results',
        [...groupResultColumns(material), ...RELEASE_COLUMNS(material)],
        toldRows(material),
      )
    : tableOf(
        'Ratings',
        [...ratingColumns(material), ...RELEASE_COLUMNS(material)],
        material.listed(),
      )
}

const RELEASE_COLUMNS = ({ release }: ExportMaterial): readonly Column<unknown>[] => [
  { name: 'release', width: 10, words: RATING_WORDS.release, value: () => release },
]

function toldRows(material: ExportMaterial): readonly ResultRow[] {
  const { wordsOf, resultsOf } = material
  return toldRounds(material).flatMap(round => [
    ...resultRows(resultsOf(round), wordsOf),
    ...groupResultRows(resultsOf(round), wordsOf),
  ])
}

/** The ratings in long form. */
function ratingsTable(material: ExportMaterial): DescribedTable {
  return described('Ratings', ratingColumns(material), material.listed())
}

/**
 * The workbook that is handed out: results, the ratings they rest on, and what each column means. With a language, the
 * names of sheets, headings, fixed words and what is said of the choices are in it.
 */
export function spreadsheetContent(
  material: ExportMaterial,
  language: FileLanguage | null = null,
): SpreadsheetContent {
  const tables = [...resultTables(material), ...recordTables(material)]
  const [summary, ...others] = language ? tables.map(table => tableIn(table, language)) : tables
  const charts = chartSheet(material)
  const sheets = [
    ...(summary ? [summary] : []),
    ...(charts ? [language ? { ...charts, name: sheetIn(charts.name, language) } : charts] : []),
    ...others,
    codebookSheet(tables, language),
  ]
  const names = [
    'Read me',
    ...(charts ? [charts.name] : []),
    ...tables.map(({ name }) => name),
    'Codebook',
  ]
  return {
    title: material.title,
    program: READ_ME.program(material.appVersion),
    moment: material.newest,
    sheets: [readMeSheet(material, names, language), ...sheets],
  }
}

/** The columns that say which row of results it is. */
const KEYS = ['code', 'criterion', 'group', 'round']

/** Columns with those that say which row it is before the others, as a wide table is printed. */
function keysFirst<Item>(columns: readonly Column<Item>[]): readonly Column<Item>[] {
  const isKey = ({ name }: Column<Item>) => KEYS.includes(name)
  return [
    ...columns.filter(isKey).map(column => ({ ...column, isKey: true })),
    ...columns.filter(column => !isKey(column)),
  ]
}

function resultTables(material: ExportMaterial): readonly DescribedTable[] {
  const { rounds } = material
  const inEachRound = rounds.flatMap(round =>
    resultRows(material.resultsOf(round), material.wordsOf),
  )
  return [
    described('Summary', keysFirst(SUMMARY_COLUMNS), summaryRows(material)),
    described(
      'Results',
      keysFirst(resultColumns(material)),
      resultRows(material, material.wordsOf),
    ),
    ...(hasGroups(material)
      ? [
          described(
            'By group',
            keysFirst(groupResultColumns(material)),
            groupResultRows(material, material.wordsOf),
          ),
        ]
      : []),
    described('Rounds', keysFirst(roundResultColumns(material)), inEachRound),
    described('Agreement', EXPLAINED_AGREEMENT_COLUMNS, agreementRows(material)),
    described('Appendix', APPENDIX_COLUMNS, appendixRows(material)),
  ]
}

function recordTables(material: ExportMaterial): readonly DescribedTable[] {
  return [
    ...writtenTables(material),
    ...(material.release === 'tables' ? [] : [ratingsTable(material)]),
    ...(material.hands.length > 0
      ? [described(HANDS_WORDS.name, handsColumns(material), handsRows(material))]
      : []),
    ...(material.release === 'research'
      ? [described('Participants', PEOPLE_COLUMNS, material.everyone)]
      : []),
    described(
      'Framework',
      [...keysFirst(FRAMEWORK_COLUMNS), ...translatedColumns(material)],
      material.framework.indicators,
    ),
    described('Framework versions', VERSION_COLUMNS, versionedIndicators(material)),
    ...(material.glossary.length > 0
      ? [described(GLOSSARY_SHEET, GLOSSARY_COLUMNS, material.glossary)]
      : []),
    ...(material.translations.length > 0
      ? [described(TRANSLATIONS_SHEET, TRANSLATION_COLUMNS, material.translations)]
      : []),
    ...(hasDiary(material) ? [described('Diary', DIARY_COLUMNS, material.diary())] : []),
  ]
}

/** The words of people; in tables, those that were let out. */
function writtenTables(material: ExportMaterial): readonly DescribedTable[] {
  const { release, words, scope, suggestions } = material
  if (release !== 'research') {
    if (!words) return []
    return [
      described('Comments', RELEASED_COMMENT_COLUMNS, words.comments),
      described('Suggestions', RELEASED_SUGGESTION_COLUMNS, words.suggestions),
    ]
  }
  if (scope.comments === false) return []
  return [
    described('Comments', commentColumns(material), material.commented()),
    described('Suggestions', SUGGESTION_COLUMNS, suggestions),
  ]
}

function described<Item>(
  name: string,
  columns: readonly Column<Item>[],
  items: Iterable<Item>,
): DescribedTable {
  return { ...tableOf(name, columns, items), columns }
}
