import {
  FIRST_LANGUAGE,
  isLanguageCode,
  type LanguageCode,
} from '../../../../shared/languages/languages.ts'
import { FRAMEWORK_FIELDS, type FrameworkField } from '../../../../shared/model/check.ts'
import {
  TRANSLATED_FIELDS,
  type TranslatedField,
} from '../../../../shared/model/translations/translation.ts'
import type { SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import { groupBy } from '../../../group-by.ts'
import { oneLine, plainName } from '../words/cell-text.ts'
import { type HeadingMeaning, meaningOfHeading } from './recognise-heading.ts'
import {
  DEFINITION_PARTS,
  SECTION_DEPTHS,
  STATUS_QUESTIONS,
  TITLES_IF_NONE,
} from './special-headings.ts'

/** A heading that means nothing here, or means what the column of `takenBy` already holds. */
export interface UnmappedColumn {
  readonly column: number
  readonly heading: string
  readonly takenBy: number | null
  /** The field whose words it has in another language; null for any other. */
  readonly translates: Translates | null
}

/** A field, and another language of the participants' screens in which a column has its words. */
export interface Translates {
  readonly field: TranslatedField
  readonly language: LanguageCode
}

/** The columns that a row of headings names, counted from 1. */
export interface ColumnMap {
  /** The columns of each field: mostly one, several where a field is spread over them. */
  readonly fields: ReadonlyMap<FrameworkField, readonly number[]>
  readonly unmapped: readonly UnmappedColumn[]
  /** The heading of every column that has one, on one line. */
  readonly headings: ReadonlyMap<number, string>
  readonly firstColumn: number
  /** The number of columns that the row of headings spans; the last ones may have blank headings. */
  readonly width: number
}

interface Match extends HeadingMeaning {
  readonly column: number
  /** The depth of a column of sections that its heading numbers. */
  readonly depth?: number
}

function match([column, text]: SheetRow['cells'][number]): Match | null {
  const meaning = meaningOfHeading(text)
  return meaning ? { column, ...meaning } : null
}

/** `Theme 2`: a heading, and the level that its column holds. */
const LEVEL = /^(.*\P{Number})([1-4])$/u

/** A heading without the number at its end, in plain letters, and that number; 1 where it has none. */
function levelOf(text: string): { readonly base: string; readonly depth: number } {
  const [, base = text, depth = '1'] = LEVEL.exec(oneLine(text)) ?? []
  return { base: plainName(base), depth: Number(depth) }
}

/** No heading of a level is longer. */
const LONGEST_LEVEL = 60

/**
 * The columns of sections that differ in a number alone: `Theme 1` and `Theme 2`, or `Theme` and
 * `Theme 2`. One alone says nothing of levels.
 */
function numberedSections(cells: SheetRow['cells']): readonly Match[] {
  // Most rows have no such heading, which is quickly told.
  const second = cells.filter(([, text]) => text.length <= LONGEST_LEVEL && /[2-4]\s*$/.test(text))
  const sections = new Set(
    second
      .map(([, text]) => levelOf(text).base)
      .filter(base => meaningOfHeading(base)?.field === 'section'),
  )
  if (sections.size === 0) return []
  const numbered = cells
    .map(([column, text]) => ({ column, ...levelOf(text) }))
    .filter(({ base }) => sections.has(base))
  return [...groupBy(numbered, ({ base }) => base).values()].flatMap(levels => {
    const depths = new Set(levels.map(({ depth }) => depth))
    if (levels.length < 2 || depths.size < levels.length) return []
    return levels.map(({ column, base, depth }) => ({
      column,
      name: base,
      field: 'section' as const,
      rank: 1 as const,
      depth,
    }))
  })
}

const depthOf = ({ name, depth }: Match): number => depth ?? SECTION_DEPTHS.get(name) ?? 1

/** The columns of levels of sections, outermost first: the best of each depth. */
function sectionColumns(bestFirst: readonly Match[]): readonly number[] {
  const byDepth = new Map(bestFirst.toReversed().map(found => [depthOf(found), found.column]))
  return [...byDepth].toSorted(([a], [b]) => a - b).map(([, column]) => column)
}

/** The definition's own column, and then those that make up one together, from the left. */
function definitionColumns(bestFirst: readonly Match[]): readonly number[] {
  const whole = bestFirst.filter(({ name }) => !DEFINITION_PARTS.has(name)).slice(0, 1)
  const words = new Map(
    bestFirst.toReversed().flatMap(({ name, column }) => {
      const word = DEFINITION_PARTS.get(name)
      return word ? [[word, column] as const] : []
    }),
  )
  return [...whole.map(({ column }) => column), ...[...words.values()].toSorted((a, b) => a - b)]
}

/** The status's own column, or the two to be ticked: `Existing` and `New`. */
function statusColumns([best, ...others]: readonly Match[]): readonly number[] {
  const asked = best && STATUS_QUESTIONS.get(best.name)
  if (!asked) return best ? [best.column] : []
  const opposite = others.find(({ name }) => {
    const meaning = STATUS_QUESTIONS.get(name)
    return meaning !== undefined && meaning !== asked
  })
  const columns = opposite ? [best.column, opposite.column] : [best.column]
  return columns.toSorted((a, b) => a - b)
}

function columnsOf(field: FrameworkField, matches: readonly Match[]): readonly number[] {
  switch (field) {
    case 'section':
      return sectionColumns(matches)
    case 'definition':
      return definitionColumns(matches)
    case 'status':
      return statusColumns(matches)
    case 'notes':
      return matches.map(({ column }) => column).toSorted((a, b) => a - b)
    default:
      return matches.slice(0, 1).map(({ column }) => column)
  }
}

/** The column map of these fields over a row of headings. */
export function columnMap(
  headings: SheetRow,
  fields: ReadonlyMap<FrameworkField, readonly number[]>,
): ColumnMap {
  const inUse = new Set([...fields.values()].flat())
  const titles = headings.cells.filter(([column]) => fields.get('title')?.includes(column))
  const inList = languageOfTitles(titles.map(match).filter(found => found !== null))
  return {
    fields: new Map(
      FRAMEWORK_FIELDS.flatMap(field => {
        const columns = fields.get(field) ?? []
        return columns.length === 0 ? [] : [[field, columns] as const]
      }),
    ),
    unmapped: headings.cells
      .filter(([column]) => !inUse.has(column))
      .map(cell => ({
        column: cell[0],
        heading: oneLine(cell[1]),
        ...meantFor(cell, fields, inList),
      })),
    headings: new Map(headings.cells.map(([column, text]) => [column, oneLine(text)])),
    firstColumn: headings.cells[0]?.[0] ?? 1,
    width: headings.width,
  }
}

/** Takes a description of the indicator for its title if no column is called a title. */
function withTitle(matches: readonly Match[]): readonly Match[] {
  const spare = matches.find(({ name }) => TITLES_IF_NONE.has(name))
  if (!spare || matches.some(({ field }) => field === 'title')) return matches
  return matches.map(found => (found === spare ? { ...found, field: 'title' } : found))
}

/**
 * Reads a row as headings. Of two columns for one field, the draft's own name wins, then a name that
 * people use for it, then the left one. Hidden columns are not read: whoever hid them did not mean them to be seen.
 */
export function mapColumns(headings: SheetRow, hidden: ReadonlySet<number> = new Set()): ColumnMap {
  const cells = headings.cells.filter(([column]) => !hidden.has(column))
  const levels = numberedSections(cells)
  const others = cells.filter(([column]) => !levels.some(level => level.column === column))
  const found = [...levels, ...others.map(match)].filter(found => found !== null)
  const bestFirst = withoutTranslations(found).toSorted((a, b) => b.rank - a.rank)
  const byField = groupBy(withTitle(bestFirst), ({ field }) => field)
  return columnMap(
    headings,
    new Map([...byField].map(([field, matches]) => [field, columnsOf(field, matches)])),
  )
}

/** The words of a field in another language than English; null for a heading of any other column. */
function translates({ field, language }: HeadingMeaning): Translates | null {
  const known = TRANSLATED_FIELDS.find(one => one === field)
  const isOffered = language !== undefined && isLanguageCode(language)
  return known && isOffered && language !== FIRST_LANGUAGE ? { field: known, language } : null
}

/** The language that the list itself is in: that of its titles, where all of them are in another than English. */
function languageOfTitles(titles: readonly HeadingMeaning[]): LanguageCode | null {
  const languages = titles.map(title => translates(title)?.language ?? null)
  return languages.includes(null) ? null : (languages[0] ?? null)
}

/** The columns without those that say in another language what a further column of the same field does. */
function withoutTranslations(found: readonly Match[]): readonly Match[] {
  const inList = languageOfTitles(found.filter(({ field }) => field === 'title'))
  const isOwn = (one: Match) => (translates(one)?.language ?? inList) === inList
  const own = new Set(found.filter(isOwn).map(({ field }) => field))
  return found.filter(one => isOwn(one) || !own.has(one.field))
}

/** The meaning of a column that no field has: that of another column, or its words in another language than the list's. */
function meantFor(
  cell: SheetRow['cells'][number],
  fields: ReadonlyMap<FrameworkField, readonly number[]>,
  inList: LanguageCode | null,
): Pick<UnmappedColumn, 'takenBy' | 'translates'> {
  const meaning = match(cell)
  const takenBy = meaning ? (fields.get(meaning.field)?.[0] ?? null) : null
  const translation = meaning && takenBy !== null ? translates(meaning) : null
  return { takenBy, translates: translation?.language === inList ? null : translation }
}
