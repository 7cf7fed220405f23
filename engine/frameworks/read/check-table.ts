import type { CheckChoices, CheckColumn, CheckReport } from '../../../shared/model/check.ts'
import { cellName, cellPlace, columnName } from '../../files/spreadsheet/cell-names.ts'
import type { Sheet, SheetRow, SpreadsheetFormat } from '../../files/spreadsheet/spreadsheet.ts'
import { pictureField } from '../pictures/headings.ts'
import { readPictureColumns } from '../pictures/read-columns.ts'
import { readTranslations } from '../translations/read-translations.ts'
import {
  checkHeadings,
  checkRepeatedColumns,
  checkShortRows,
  checkUnheadedCells,
} from './check-columns.ts'
import { checkAboveSections, checkDuplicates, checkRow, checkUnsure } from './check-rows.ts'
import { type Header, headerOf } from './columns/find-header.ts'
import { judgeColumn } from './columns/judge-columns.ts'
import { type Finding, toIssues, withNotes, withoutNoted } from './findings.ts'
import { type Candidate, toIndicators } from './rows/candidates.ts'
import { type FilledSheet, fillGroups } from './rows/fill-groups.ts'
import { type Coded, giveCodes } from './rows/number-codes.ts'
import { type SortedRows, sortRows } from './rows/sort-rows.ts'
import { leaveOutStruck } from './rows/struck-rows.ts'
import { excerpt, oneLine } from './words/cell-text.ts'

/** A sheet to be checked. A csv's sheet has the name that people should see. */
export interface FrameworkTable {
  readonly file: string
  readonly format: SpreadsheetFormat
  readonly sheet: Sheet
}

/** The reading of one sheet, independent of the other sheets of its file. */
export type TableReport = Omit<CheckReport, 'sheets'>

function checkCarried({ carried }: FilledSheet, candidates: readonly Candidate[]): Finding[] {
  const loaded = new Set(candidates.map(({ row }) => row))
  return carried
    .filter(({ row }) => loaded.has(row))
    .map(({ row, column, field, text }) => ({
      severity: 'warning',
      code: 'section-carried-down',
      data: { field, text: excerpt(text) },
      row,
      column,
      field,
    }))
}

const inHiddenRows = (sheet: Sheet, candidates: readonly Candidate[]): readonly Candidate[] => {
  const hidden = new Set(sheet.hiddenRows)
  return candidates.filter(({ row }) => hidden.has(row))
}

function checkHiddenRows(
  sheet: Sheet,
  header: Header,
  candidates: readonly Candidate[],
): Finding[] {
  return inHiddenRows(sheet, candidates).map(({ row }) => ({
    severity: 'warning',
    code: 'hidden-row',
    data: {},
    row,
    column: header.firstColumn,
  }))
}

function findingsOf(
  { format, sheet }: FrameworkTable,
  header: Header,
  filled: FilledSheet,
  sorted: SortedRows,
  coded: Coded,
): readonly Finding[] {
  const { candidates, areSections, unsure, aboveSections } = sorted
  const marks = new Map(
    sheet.marks
      .filter(({ kind }) => kind === 'date' || kind === 'unsafe-link')
      .map(({ row, column, kind }) => [cellName(column, row), kind] as const),
  )
  return [
    ...checkHeadings(header, {
      sectionsInRows: areSections,
      isNumbered: coded.findings.length > 0,
    }),
    ...checkUnheadedCells(format, header, candidates),
    ...checkShortRows(format, header, candidates),
    ...checkDuplicates(candidates, header),
    ...candidates.flatMap(candidate => checkRow(candidate, header, marks)),
    ...checkAboveSections(candidates, header, aboveSections),
    ...checkUnsure(unsure),
    ...checkCarried(filled, candidates),
    ...checkHiddenRows(sheet, header, candidates),
  ]
}

const letters = (columns: readonly number[]): string[] => columns.map(columnName)

function columnsOf({ fields }: Header): Pick<CheckReport, 'columns' | 'joinedColumns'> {
  return {
    columns: Object.fromEntries(
      [...fields].map(([field, columns]) => [field, letters(columns)[0]]),
    ),
    joinedColumns: Object.fromEntries(
      [...fields]
        .filter(([, columns]) => columns.length > 1)
        .map(([field, columns]) => [field, letters(columns)]),
    ),
  }
}

/**
 * Says what a sheet would load as a framework, and lists every problem with its cell. Null if the
 * sheet has no row of headings, or no indicator below one that nobody chose.
 */
export function checkTable(
  { file, format, sheet: asRead }: FrameworkTable,
  choices: CheckChoices = {},
): TableReport | null {
  const sheet = typeTexts(asRead, choices.texts)
  const header = headerOf(sheet, choices)
  if (!header) return null
  const kept = leaveOutStruck(sheet, header, choices)
  const filled = fillGroups(kept.sheet, header)
  const sorted = sortRows(filled.sheet, header, choices, kept.rows)
  const { titles } = sorted
  // Once a person chose something of a table, it stays, whatever is left to be chosen.
  const isChosen = choices.headerRow !== undefined || choices.columns !== undefined
  if (sorted.candidates.length === 0 && !isChosen) return null

  const coded = giveCodes(sorted.candidates, header, choices)
  const candidates = withNotes(coded.candidates, choices.notes)
  const repeated = checkRepeatedColumns(header, candidates, choices.columns)
  const isRepeated = ({ code, column }: Finding): boolean =>
    code === 'unmapped-column' && repeated.some(each => each.column === column)
  const found = findingsOf(
    { file, format, sheet },
    header,
    filled,
    { ...sorted, candidates },
    coded,
  )
  const findings = withoutNoted(
    [
      ...found.filter(finding => !isRepeated(finding)),
      ...repeated,
      ...coded.findings,
      ...kept.findings,
    ],
    choices.notes,
  )
  const faulty = new Set(
    findings.filter(({ severity }) => severity === 'error').map(({ row }) => row),
  )
  const indicators = toIndicators(candidates, titles).filter(({ row }) => !faulty.has(row))
  const translations = [...readTranslations(header, candidates, indicators)]
  const pictures = [...readPictureColumns(sheet, header, candidates, indicators)]
  return {
    file,
    sheet: sheet.name,
    headerRow: header.row,
    ...columnsOf(header),
    candidates: candidates.length,
    clean: indicators.length,
    hiddenRows: inHiddenRows(sheet, candidates).length,
    indicators,
    issues: [...toIssues(findings, sheet.name)],
    skipped: [...sorted.skipped, ...coded.skipped].toSorted((a, b) => a.row - b.row),
    tableColumns: tableColumns(sheet, header),
    ...(translations.length > 0 ? { translations } : {}),
    ...(pictures.length > 0 ? { pictures } : {}),
  }
}

/** The number of texts shown as samples of a column, and of rows that are searched for them. */
const SAMPLES = 3
const ROWS_SAMPLED = 100
const LONGEST_SAMPLE = 120

/** Every column of a table with a heading or a text, from the left, with what it is taken for. */
function tableColumns({ rows }: Sheet, header: Header): CheckColumn[] {
  const below = rows.filter(({ number }) => number > header.row).slice(0, ROWS_SAMPLED)
  const texts = new Map<number, Set<string>>()
  for (const [column, text] of below.flatMap(({ cells }) => cells)) {
    const seen = texts.get(column) ?? new Set<string>()
    if (seen.size < SAMPLES) seen.add(oneLine(text).slice(0, LONGEST_SAMPLE))
    texts.set(column, seen)
  }
  const fieldOf = new Map(
    [...header.fields].flatMap(([field, columns]) =>
      columns.map(column => [column, field] as const),
    ),
  )
  const languages = new Map(
    header.unmapped.flatMap(({ column, translates }) =>
      translates === null ? [] : [[column, translates.language] as const],
    ),
  )
  return [...new Set([...header.headings.keys(), ...texts.keys(), ...fieldOf.keys()])]
    .toSorted((a, b) => a - b)
    .map(column => {
      const heading = header.headings.get(column) ?? ''
      const field = fieldOf.get(column) ?? null
      const language = languages.get(column)
      const isFree = field === null && language === undefined && !header.hiddenColumns.has(column)
      const pictures = isFree ? pictureField(heading) : null
      const judged = field && judgeColumn(field, heading, header.contents.get(column))
      return {
        column: columnName(column),
        heading,
        field,
        ...(language === undefined ? {} : { language }),
        ...(pictures === null ? {} : { pictures }),
        hidden: header.hiddenColumns.has(column),
        samples: [...(texts.get(column) ?? [])],
        score: judged?.score ?? null,
        because: [...(judged?.because ?? [])],
      }
    })
}

type Typed = NonNullable<CheckChoices['texts']>

type Place = ReturnType<typeof cellPlace>

function typeInto(row: SheetRow, texts: ReadonlyMap<number, string>): SheetRow {
  const kept = row.cells.filter(([column]) => !texts.has(column))
  const typed = [...texts].filter(([, text]) => /\S/.test(text))
  const cells: SheetRow['cells'] = [...kept, ...typed].toSorted(([a], [b]) => a - b)
  return { ...row, cells, width: Math.max(row.width, cells.at(-1)?.[0] ?? 0) }
}

/** The sheet with the texts that a person typed in place of what single cells hold. */
function typeTexts(sheet: Sheet, typed: Typed = []): Sheet {
  if (typed.length === 0) return sheet
  const byRow = new Map<number, Map<number, string>>()
  for (const { cell, text } of typed) {
    const { row, column } = cellPlace(cell)
    byRow.set(row, (byRow.get(row) ?? new Map<number, string>()).set(column, text))
  }
  const existing = new Set(sheet.rows.map(({ number }) => number))
  const added = [...byRow.keys()]
    .filter(number => !existing.has(number))
    .map((number): SheetRow => ({ number, width: 0, cells: [] }))
  const rows = [...sheet.rows, ...added]
    .toSorted((a, b) => a.number - b.number)
    .map(row => typeInto(row, byRow.get(row.number) ?? new Map()))
    .filter(({ cells }) => cells.length > 0)
  const isTyped = ({ row, column }: Place): boolean => byRow.get(row)?.has(column) ?? false
  return { ...sheet, rows, marks: sheet.marks.filter(mark => !isTyped(mark)) }
}
