import type { ColumnReason, FrameworkField } from '../../../../shared/model/check.ts'
import type { ColumnContent } from './column-content.ts'
import type { ColumnMap } from './map-columns.ts'
import { meaningOfHeading } from './recognise-heading.ts'

/** The score of a column for a field, from 0 to 100, and what speaks for and against it. */
export interface Judgement {
  readonly score: number
  readonly because: readonly ColumnReason[]
}

type Weighed = readonly [reason: ColumnReason, points: number]

/** Fewer rows than these are too few to tell what a column never holds. */
const FEW_ROWS = 4

const NEARLY_ALL = 0.85
const HALF = 0.5
const MOSTLY = 0.75

function headingReasons(field: FrameworkField, heading: string): readonly Weighed[] {
  const meaning = meaningOfHeading(heading)
  if (!meaning || meaning.field !== field) return []
  const points = [35, 50, 60][meaning.rank] ?? 0
  return [[meaning.rank === 0 ? 'like-known-heading' : 'known-heading', points]]
}

function codeReasons({ codes, words, different, texts }: ColumnContent): readonly Weighed[] {
  return [
    ...(codes >= NEARLY_ALL ? [['looks-like-codes', 25] as const] : []),
    ...(different >= NEARLY_ALL ? [['one-each', 25] as const] : []),
    ...(words >= HALF ? [['looks-like-words', -45] as const] : []),
    ...(different < 0.7 && texts >= 3 ? [['repeats', -45] as const] : []),
  ]
}

function titleReasons(content: ColumnContent): readonly Weighed[] {
  const { codes, words, different, figures, length, texts } = content
  return [
    ...(words >= 0.7 ? [['looks-like-words', 25] as const] : []),
    ...(different >= NEARLY_ALL ? [['one-each', 15] as const] : []),
    ...(codes >= NEARLY_ALL && words < 0.1 && texts >= 2 && isAllCodes(content)
      ? [['looks-like-codes', -60] as const]
      : []),
    ...(different < HALF && texts >= FEW_ROWS ? [['repeats', -45] as const] : []),
    ...(figures >= HALF ? [['looks-like-figures', -60] as const] : []),
    ...(length > 180 ? [['long', -15] as const] : []),
  ]
}

/** One word may be a title; a column of nothing but codes with figures in them holds none. */
const isAllCodes = ({ codes, length }: ColumnContent): boolean => codes >= 0.95 && length <= 16

function sectionReasons(content: ColumnContent): readonly Weighed[] {
  const { different, texts, people, length, filled } = content
  return [
    ...(different <= 0.6 || filled <= HALF ? [['repeats', 25] as const] : []),
    ...(different >= 0.95 && filled >= NEARLY_ALL && texts >= 6
      ? [['one-each', -30] as const]
      : []),
    ...(people >= MOSTLY && texts >= 3 ? [['looks-like-people', -60] as const] : []),
    ...(length > 120 ? [['long', -20] as const] : []),
  ]
}

function contentReasons(
  field: FrameworkField,
  heading: string,
  content: ColumnContent,
): readonly Weighed[] {
  switch (field) {
    case 'code':
      return codeReasons(content)
    case 'title':
      return titleReasons(content)
    case 'section':
      return sectionReasons(content)
    case 'definition':
      return content.words >= HALF ? [['looks-like-words', 20]] : []
    case 'population':
      return content.people >= MOSTLY ? [['looks-like-people', 40]] : []
    case 'dataType':
      return knownValues(content.dataTypes, heading, content)
    case 'status':
      return knownValues(content.statuses, heading, content)
    default:
      return []
  }
}

/** A column called as ours may hold values that a person has to settle; one called alike holds something else. */
const knownValues = (
  known: number,
  heading: string,
  { texts, kindsOfValues }: ColumnContent,
): readonly Weighed[] => {
  if (known > 0) return [['known-values', 40]]
  const isOurs = meaningOfHeading(heading)?.rank === 2 && kindsOfValues < MOSTLY
  return texts >= 3 && !isOurs ? [['no-known-value', -80]] : []
}

/** Judges how well a column fits a field, by the words of its heading and by what it holds. */
export function judgeColumn(
  field: FrameworkField,
  heading: string,
  content: ColumnContent | undefined,
): Judgement {
  const weighed = [
    ...headingReasons(field, heading),
    ...(content ? contentReasons(field, heading, content) : []),
  ]
  const sum = weighed.reduce((points, [, more]) => points + more, 0)
  return {
    score: Math.max(0, Math.min(100, sum)),
    because: weighed.map(([reason]) => reason),
  }
}

interface Table extends ColumnMap {
  readonly hiddenColumns: ReadonlySet<number>
}

/** A column that speaks against its heading must score less than this to lose its field. */
const DOUBTED = 40

/** The score that a column needs to be taken for a field that its heading does not name. */
const CONVINCING = 50

type Fields = Map<FrameworkField, readonly number[]>

/** The word for a column that holds groups of people as well as groups of indicators. */
const GROUP = /\bgroup/i

/** Corrections of what headings say by what columns hold, one field at a time. */
function corrections(table: Table, contents: ReadonlyMap<number, ColumnContent>) {
  const scoreOf = (field: FrameworkField, column: number): number =>
    judgeColumn(field, table.headings.get(column) ?? '', contents.get(column)).score
  // A field's words in another language fit it as well as its own do.
  const translations = new Set(
    table.unmapped.filter(one => one.translates !== null).map(({ column }) => column),
  )
  const shown = [...table.headings.keys()].filter(
    column => !table.hiddenColumns.has(column) && !translations.has(column),
  )
  const best = (field: FrameworkField, among: readonly number[]): number | undefined =>
    among.toSorted((a, b) => scoreOf(field, b) - scoreOf(field, a) || a - b)[0]
  const free = (fields: Fields): readonly number[] => {
    const taken = new Set([...fields.values()].flat())
    return shown.filter(column => !taken.has(column))
  }
  const isMostlyFilled = (column: number): boolean => (contents.get(column)?.filled ?? 0) >= MOSTLY
  const mayBeSections = (column: number): boolean => {
    const heading = table.headings.get(column) ?? ''
    if (meaningOfHeading(heading)?.rank === 2) return true
    return contents.get(column)?.inBlocks === true && !GROUP.test(heading)
  }
  return { scoreOf, best, free, isMostlyFilled, mayBeSections }
}

type Corrections = ReturnType<typeof corrections>

const only = (fields: Fields, field: FrameworkField): number | undefined => {
  const [column, ...more] = fields.get(field) ?? []
  return more.length === 0 ? column : undefined
}

/** A column that is called the indicator and holds codes is the code. */
function mendTitle(fields: Fields, { scoreOf, best, free, isMostlyFilled }: Corrections): void {
  const title = only(fields, 'title')
  if (title === undefined || scoreOf('title', title) >= DOUBTED) return
  const definition = only(fields, 'definition')
  const others = [...free(fields), ...(definition === undefined ? [] : [definition])].filter(
    isMostlyFilled,
  )
  const next = best('title', others)
  if (next === undefined || scoreOf('title', next) < DOUBTED) return
  const code = only(fields, 'code')
  const isCode = scoreOf('code', title) >= CONVINCING
  fields.set('title', [next])
  if (next === definition) fields.delete('definition')
  if (isCode && (code === undefined || scoreOf('code', code) < scoreOf('code', title))) {
    fields.set('code', [title])
  }
}

/** Codes that repeat, or that are words, are those of something else. */
function mendCode(fields: Fields, { scoreOf, best, free }: Corrections): void {
  const code = only(fields, 'code')
  if (code === undefined || scoreOf('code', code) >= DOUBTED) return
  const next = best('code', free(fields))
  if (next !== undefined && scoreOf('code', next) >= CONVINCING) fields.set('code', [next])
}

/**
 * Groups of people are whom indicators are about, but not under *Section*, nor where they stand in blocks and
 * nothing else says which sections there are: a list may go through *Children in need* and then *Care leavers*. A text for each indicator is no
 * section of any.
 */
function mendSection(fields: Fields, { scoreOf, best, free, mayBeSections }: Corrections): void {
  const section = only(fields, 'section')
  if (section === undefined || scoreOf('section', section) >= DOUBTED) return
  const next = best('section', free(fields))
  const isBetter = next !== undefined && scoreOf('section', next) >= CONVINCING
  const arePeople =
    !fields.has('population') &&
    scoreOf('population', section) >= DOUBTED &&
    (isBetter || !mayBeSections(section))
  if (isBetter) fields.set('section', [next])
  else if (arePeople) fields.delete('section')
  if (arePeople) fields.set('population', [section])
}

/** Kinds and states of something else are no data types and no statuses. */
function mendValues(fields: Fields, { scoreOf }: Corrections): void {
  for (const field of ['dataType', 'status'] as const) {
    const column = only(fields, field)
    if (column !== undefined && scoreOf(field, column) === 0) fields.delete(field)
  }
}

/** The fields of a table, as its headings name them and as far as what the columns hold agrees. */
export function fieldsByContent(
  table: Table,
  contents: ReadonlyMap<number, ColumnContent>,
): ReadonlyMap<FrameworkField, readonly number[]> {
  const fields: Fields = new Map(table.fields)
  const by = corrections(table, contents)
  mendTitle(fields, by)
  mendCode(fields, by)
  mendSection(fields, by)
  mendValues(fields, by)
  return fields
}

/** The other of code and title, told by what its column holds alone, where a heading names just one of them. */
export function otherByContent(
  table: Table,
  contents: ReadonlyMap<number, ColumnContent>,
): { readonly field: 'code' | 'title'; readonly column: number } | null {
  const { fields } = table
  if (fields.has('code') === fields.has('title')) return null
  const field = fields.has('code') ? 'title' : 'code'
  const enough = field === 'title' ? DOUBTED : CONVINCING
  const { scoreOf, free } = corrections(table, contents)
  const [column, ...more] = free(new Map(fields)).filter(each => scoreOf(field, each) >= enough)
  return column !== undefined && more.length === 0 ? { field, column } : null
}
