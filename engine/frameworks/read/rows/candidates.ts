import {
  type CheckChoices,
  type CheckReport,
  FRAMEWORK_FIELDS,
  type FrameworkField,
} from '../../../../shared/model/check.ts'
import { eachField } from '../../../../shared/model/indicator-fields.ts'
import type { SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import type { Header } from '../columns/find-header.ts'
import { headingName, statusUnder } from '../columns/recognise-heading.ts'
import { DEFINITION_PARTS, NOTES_THEMSELVES } from '../columns/special-headings.ts'
import { cellText, isErrorValue, oneLine } from '../words/cell-text.ts'
import { codeInTitle, isCodeInTitle, titleWithoutCode } from '../words/codes.ts'
import { knownDataType, knownPopulation, knownStatus } from '../words/known-values.ts'
import { nestSections } from './sections.ts'

/** A row that looks like an indicator: the text of each field, empty where it has none. */
export interface Candidate {
  readonly row: number
  readonly texts: Readonly<Record<FrameworkField, string>>
  readonly cells: SheetRow['cells']
  /** The text of each column, as read. */
  readonly byColumn: ReadonlyMap<number, string>
  readonly width: number
}

/** Finds what a person decided that a text under a field means. */
type MeaningOf = (field: FrameworkField, text: string) => string

/** The text of each field as a person decided that it is meant; others stay as they are. */
function meaningsOf(meanings: CheckChoices['meanings'] = []): MeaningOf {
  const key = (field: FrameworkField, text: string): string =>
    JSON.stringify([field, oneLine(text)])
  const decided = new Map(meanings.map(({ field, text, means }) => [key(field, text), means]))
  if (decided.size === 0) return (_, text) => text
  return (field, text) => cellText(decided.get(key(field, text)) ?? text)
}

/** Turns the text of a column into what it adds to its field; empty for nothing. */
type Say = (text: string) => string

const asItIs: Say = text => text

/** A note has the heading of its column, without which nobody could tell what it is about. */
function sayNote(heading: string): Say {
  const isNoteItself = heading === '' || NOTES_THEMSELVES.has(headingName(heading))
  const before = isNoteItself ? '' : `${heading}: `
  return text => (text === '' || isErrorValue(text) ? '' : before + text)
}

/** The reading of a column's texts that its heading calls for. */
function sayUnder(field: FrameworkField, heading: string, isOneOfTwo: boolean): Say {
  switch (field) {
    case 'definition': {
      const word = DEFINITION_PARTS.get(headingName(heading))
      return word ? text => (text === '' ? '' : `${word}: ${text}`) : asItIs
    }
    case 'status':
      return statusUnder(heading, isOneOfTwo)
    case 'notes':
      return sayNote(heading)
    default:
      return asItIs
  }
}

/** The reading of a text for one of two fields that share its column; null for any other field. */
function sayOfBoth(field: FrameworkField): Say | null {
  if (field === 'code') return codeInTitle
  return field === 'title' ? titleWithoutCode : null
}

/** Fields whose errors of formulas must be seen; of any other field they are left out. */
const NEEDED: ReadonlySet<FrameworkField> = new Set(['code', 'title', 'section'])

/** Reads the text of a field from a row, of which each of its columns holds a part. */
function fieldReader(
  field: FrameworkField,
  { fields, headings }: Header,
): (byColumn: Candidate['byColumn']) => string {
  const shared = isCodeInTitle(fields) ? sayOfBoth(field) : null
  const columns = fields.get(field) ?? []
  const parts = columns.map(
    column =>
      [column, shared ?? sayUnder(field, headings.get(column) ?? '', columns.length > 1)] as const,
  )
  const [first] = parts
  if (!first) return () => ''
  const [only, sayText] = first
  const say = NEEDED.has(field)
    ? sayText
    : (text: string) => (isErrorValue(text) ? '' : sayText(text))
  // Most fields are one column, and the sheet may have very many rows.
  if (parts.length === 1) return byColumn => say(cellText(byColumn.get(only)))
  const between = field === 'section' ? ' > ' : '\n'
  return byColumn =>
    parts
      .map(([column, sayPart]) => [cellText(byColumn.get(column)), sayPart] as const)
      .map(([text, sayPart]) => (isErrorValue(text) && !NEEDED.has(field) ? '' : sayPart(text)))
      .filter(text => text !== '')
      .join(between)
}

/** Reads rows below the headings by what their columns hold. */
export function candidateReader(
  header: Header,
  meanings: CheckChoices['meanings'],
): (row: SheetRow) => Candidate {
  const meaningOf = meaningsOf(meanings)
  const readers = FRAMEWORK_FIELDS.map(field => [field, fieldReader(field, header)] as const)
  return ({ number, cells, width }) => {
    const byColumn = new Map(cells)
    const texts = { ...NO_TEXTS }
    for (const [field, read] of readers) texts[field] = meaningOf(field, read(byColumn))
    return { row: number, texts, cells, byColumn, width }
  }
}

const NO_TEXTS: Record<FrameworkField, string> = eachField(() => '')

/**
 * The indicators of the rows that can be one, in the order of the file, their sections nested;
 * `titles` are those that stand in rows of their own.
 */
export function toIndicators(
  candidates: readonly Candidate[],
  titles: readonly string[],
): CheckReport['indicators'] {
  const paths = nestSections(
    candidates.map(({ texts }) => texts.section),
    titles,
  )
  return candidates.flatMap(({ row, texts }) => {
    const section = [...(paths.get(texts.section) ?? [])]
    if (texts.code === '' || texts.title === '' || section.length === 0) return []
    return [
      {
        row,
        ...texts,
        code: oneLine(texts.code),
        section,
        dataType: knownDataType(texts.dataType),
        status: knownStatus(texts.status),
        population: knownPopulation(texts.population) ?? texts.population,
      },
    ]
  })
}
