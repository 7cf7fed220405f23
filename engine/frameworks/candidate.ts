import {
  type CheckChoices,
  FRAMEWORK_FIELDS,
  type FrameworkField,
} from '../../shared/model/check.ts'
import type { SheetRow } from '../files/spreadsheet.ts'
import { cellText, isErrorValue, oneLine, plainName } from './cell-text.ts'
import { DEFINITION_PARTS, NOTES_THEMSELVES } from './column-names.ts'
import type { Header } from './find-header.ts'
import { answeredStatus } from './known-values.ts'

/** A row that looks like an indicator: the text of each field, empty where it has none. */
export interface Candidate {
  readonly row: number
  readonly texts: Readonly<Record<FrameworkField, string>>
  readonly cells: SheetRow['cells']
  /** What stands in each column, as read. */
  readonly byColumn: ReadonlyMap<number, string>
  readonly width: number
}

/** Finds what a person decided that a text under a field means. */
export type MeaningOf = (field: FrameworkField, text: string) => string

/** The text of each field as a person decided that it is meant; others stay as they are. */
export function meaningsOf(meanings: CheckChoices['meanings'] = []): MeaningOf {
  const key = (field: FrameworkField, text: string): string =>
    JSON.stringify([field, oneLine(text)])
  const decided = new Map(meanings.map(({ field, text, means }) => [key(field, text), means]))
  if (decided.size === 0) return (_, text) => text
  return (field, text) => cellText(decided.get(key(field, text)) ?? text)
}

const labelled = (heading: string, text: string): string => {
  const word = DEFINITION_PARTS.get(plainName(heading))
  return word ? `${word}: ${text}` : text
}

/** A note with the heading of its column, without which nobody could tell what it is about. */
const note = (heading: string, text: string): string =>
  heading === '' || NOTES_THEMSELVES.has(plainName(heading)) ? text : `${heading}: ${text}`

/** The text of a field, of which each column holds a part. */
function joined(field: FrameworkField, parts: readonly (readonly [string, string])[]): string {
  const written = parts.filter(([, text]) => text !== '')
  const texts = written.map(([, text]) => text)
  switch (field) {
    case 'section':
      return texts.join(' > ')
    case 'definition':
      return written.map(([heading, text]) => labelled(heading, text)).join('\n')
    case 'status':
      return written.map(([heading, text]) => answeredStatus(heading, text)).join('\n')
    case 'notes':
      return written
        .filter(([, text]) => !isErrorValue(text))
        .map(([heading, text]) => note(heading, text))
        .join('\n')
    default:
      return texts.join('\n')
  }
}

/** The fields whose text depends on the heading over it. */
const NEEDS_HEADING: ReadonlySet<FrameworkField> = new Set(['definition', 'status', 'notes'])

/** A row's texts by what its columns hold. */
export function toCandidate(row: SheetRow, header: Header, meaningOf: MeaningOf): Candidate {
  const byColumn = new Map(row.cells)
  const textOf = (field: FrameworkField): string => {
    const columns = header.fields.get(field) ?? []
    const [only] = columns
    if (only === undefined) return ''
    // Most fields are one column that says what it says; only those of several need to be joined.
    if (columns.length === 1 && !NEEDS_HEADING.has(field)) {
      return meaningOf(field, cellText(byColumn.get(only)))
    }
    const parts = columns.map(
      column => [header.headings.get(column) ?? '', cellText(byColumn.get(column))] as const,
    )
    return meaningOf(field, joined(field, parts))
  }
  const texts = Object.fromEntries(FRAMEWORK_FIELDS.map(field => [field, textOf(field)]))
  const { number, cells, width } = row
  return { row: number, texts: texts as Candidate['texts'], cells, byColumn, width }
}
