import type { CheckIssue, CodedIssue, FrameworkField } from '../../../shared/model/check.ts'
import { ONE_SECTION } from '../../../shared/model/framework.ts'
import { DATA_TYPES, STATUSES } from '../../../shared/model/vocabulary.ts'
import { cellName } from '../../files/spreadsheet/cell-names.ts'
import type { Mark } from '../../files/spreadsheet/spreadsheet.ts'
import type { Header } from './columns/find-header.ts'
import type { Finding } from './findings.ts'
import type { Candidate } from './rows/candidates.ts'
import type { UnsureHeading } from './rows/place-headings.ts'
import { sectionPath } from './rows/sections.ts'
import {
  cellText,
  excerpt,
  isErrorValue,
  isLikeBigNumber,
  isLikeDate,
  oneLine,
  plainBreaks,
  visibleText,
} from './words/cell-text.ts'
import { plainCode } from './words/codes.ts'
import { knownDataType, knownStatus, severalValues } from './words/known-values.ts'

/** A fault of a text. */
type Problem = CodedIssue & Pick<CheckIssue, 'severity'> & { readonly options?: readonly string[] }

type PlacedProblem = Problem & { readonly column: number }

/** The marks of a sheet's cells, by the name of the cell. */
export type MarksByCell = ReadonlyMap<string, Mark['kind']>

/** A text beyond this is kept, but hardly anyone will read it while rating. */
const LONG_TEXT = 2_000

function missing(field: FrameworkField, { texts }: Candidate): Problem | null {
  const code = oneLine(texts.code)
  const severity = 'error'
  switch (field) {
    case 'code':
      return { severity, code: 'missing-code', data: {} }
    case 'title':
      return { severity, code: 'missing-title', data: { code } }
    case 'section':
      return { severity, code: 'missing-section', data: { code } }
    default:
      return null
  }
}

function several(
  field: FrameworkField,
  text: string,
  severity: Problem['severity'],
): Problem | null {
  const options = [...severalValues(field, text)]
  if (options.length < 2) return null
  const isKept = severity === 'warning'
  const data = { text: excerpt(text), values: options, isKept }
  return { severity, code: 'two-values', data, options }
}

function unrecognised(field: FrameworkField, text: string): Problem | null {
  const severity = 'error'
  const code = 'unrecognised-value'
  if (field === 'population') return several(field, text, 'warning')
  if (field === 'dataType' && knownDataType(text) === null) {
    const data = { field, text: excerpt(text) }
    return several(field, text, severity) ?? { severity, code, data, options: DATA_TYPES }
  }
  if (field === 'status' && knownStatus(text) === null) {
    const data = { field, text: excerpt(text) }
    return several(field, text, severity) ?? { severity, code, data, options: STATUSES }
  }
  return null
}

/** A code that the spreadsheet took for a date or a number is no longer what was typed. */
function alteredCode(text: string, mark: Mark['kind'] | undefined): Problem | null {
  const severity = 'error'
  if (mark === 'date' || isLikeDate(text)) {
    return { severity, code: 'code-became-date', data: { text: excerpt(text) } }
  }
  return isLikeBigNumber(text)
    ? { severity, code: 'code-became-number', data: { text: excerpt(text) } }
    : null
}

/** Checks the text of a field, which all columns of the field together hold; null if it is right. */
function problemOfField(
  field: FrameworkField,
  candidate: Candidate,
  mark: Mark['kind'] | undefined,
): Problem | null {
  const text = candidate.texts[field]
  // A section of nothing but signs of nesting names no section.
  const isBlank =
    text === '' || (field === 'section' && /^[\s>›]*$/.test(text) && sectionPath(text).length === 0)
  if (isBlank) return missing(field, candidate)
  return (field === 'code' ? alteredCode(text, mark) : null) ?? unrecognised(field, text)
}

const NONE: readonly Problem[] = []

/** Notices about a cell that are worth giving whatever its field. */
function noticesOf(raw: string, text: string, mark: Mark['kind'] | undefined): readonly Problem[] {
  const severity = 'warning'
  const lines = plainBreaks(raw)
  const isAllSeen = text === lines || visibleText(lines) === lines
  if (isAllSeen && mark === undefined && text.length <= LONG_TEXT) return NONE
  return [
    ...(isAllSeen ? [] : [{ severity, code: 'removed-characters', data: {} } as const]),
    ...(mark === 'unsafe-link' ? [{ severity, code: 'unsafe-link', data: {} } as const] : []),
    ...(text.length > LONG_TEXT
      ? [{ severity, code: 'long-text', data: { length: text.length } } as const]
      : []),
  ]
}

function checkCell(
  raw: string | undefined,
  mark: Mark['kind'] | undefined,
  field: FrameworkField,
): readonly Problem[] {
  if (raw === undefined) return NONE
  const text = cellText(raw)
  if (!isErrorValue(text)) return noticesOf(raw, text, mark)
  // An indicator can do without all but these.
  const isLeftOut = field !== 'code' && field !== 'title' && field !== 'section'
  const severity = isLeftOut ? 'warning' : 'error'
  return [{ severity, code: 'error-value', data: { text, isLeftOut } }]
}

/** The problems of one field of a row: of its single cells, or of their joined text. */
function problemsOf(
  field: FrameworkField,
  columns: readonly number[],
  candidate: Candidate,
  marks: MarksByCell,
): readonly PlacedProblem[] {
  const { row, byColumn, texts } = candidate
  const [column = 1] = columns
  // What a field says is mostly what its only cell holds, and then there is nothing to say of the cell.
  const isPlain =
    columns.length === 1 && marks.size === 0 && isPlainText(byColumn.get(column), texts[field])
  const markOf = (of: number) => (marks.size === 0 ? undefined : marks.get(cellName(of, row)))
  const inCells = isPlain
    ? NOTHING
    : columns.flatMap(of =>
        checkCell(byColumn.get(of), markOf(of), field).map(problem => ({ ...problem, column: of })),
      )
  if (inCells.some(({ code }) => code === 'error-value')) return inCells
  const inField = problemOfField(field, candidate, markOf(column))
  return inField ? [...inCells, { ...inField, column }] : inCells
}

const NOTHING: readonly PlacedProblem[] = []

/** True if a cell is loaded exactly as it stands, is short enough and holds no error value. */
const isPlainText = (raw: string | undefined, loaded: string): boolean =>
  raw === undefined || (raw === loaded && raw.length <= LONG_TEXT && !isErrorValue(raw))

/** Every problem in the cells of one row. A field that has no column is not the row's fault. */
export function checkRow(
  candidate: Candidate,
  { fields }: Header,
  marks: MarksByCell,
): readonly Finding[] {
  const { row, byColumn } = candidate
  const findings: Finding[] = []
  for (const [field, columns] of fields) {
    for (const problem of problemsOf(field, columns, candidate, marks)) {
      // Two fields may share a cell, as a title and the code at its start do.
      const isReported = findings.some(
        ({ column, code }) => column === problem.column && code === problem.code,
      )
      if (isReported) continue
      const text = oneLine(byColumn.get(problem.column)).slice(0, LONG_TEXT)
      findings.push({ ...problem, row, field, text })
    }
  }
  return findings
}

/** Finds the indicators above the first title of a section, where such titles are the sections. */
export function checkAboveSections(
  candidates: readonly Candidate[],
  { firstColumn, fields }: Header,
  above: ReadonlySet<number>,
): readonly Finding[] {
  return candidates
    .filter(({ row }) => above.has(row))
    .map(({ row, texts }) => ({
      severity: 'warning',
      code: 'above-sections',
      data: { code: oneLine(texts.code), section: ONE_SECTION },
      row,
      column: fields.get('code')?.[0] ?? firstColumn,
      field: 'section',
    }))
}

/** Finds the titles whose level nothing tells, each with both readings. */
export function checkUnsure(unsure: readonly UnsureHeading[]): readonly Finding[] {
  return unsure.map(({ heading: { row, column, text }, taken, other }) => ({
    severity: 'warning',
    code: 'unsure-nesting',
    data: { text: excerpt(text), taken: taken.map(excerpt), other: other.map(excerpt) },
    row,
    column,
    field: 'section',
    text,
  }))
}

/** Tests whether codes are repeated between sections alone, as where each counts from 1. */
function beginAnew(coded: readonly Candidate[]): boolean {
  const inSection = coded.map(({ texts }) => JSON.stringify([texts.section, plainCode(texts.code)]))
  return new Set(inSection).size === inSection.length
}

/** The codes that an earlier row has, whatever their case and spaces: ratings could not tell them. */
export function checkDuplicates(
  candidates: readonly Candidate[],
  { fields }: Header,
): readonly Finding[] {
  const [column] = fields.get('code') ?? []
  if (column === undefined) return []
  const coded = candidates.filter(({ texts }) => texts.code !== '' && !isErrorValue(texts.code))
  const sameCode = ({ texts }: Candidate): string => plainCode(texts.code)
  const first = new Map(coded.toReversed().map(candidate => [sameCode(candidate), candidate.row]))
  const restarts = beginAnew(coded)
  return coded.flatMap((candidate): readonly Finding[] => {
    const { row, texts } = candidate
    const earlier = first.get(sameCode(candidate)) ?? row
    if (earlier === row) return []
    const text = oneLine(texts.code)
    const data = { text, first: cellName(column, earlier), restarts }
    return [{ severity: 'error', code: 'duplicate-code', data, row, column, field: 'code', text }]
  })
}
