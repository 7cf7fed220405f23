import type { CheckChoices, SkippedRow, SkipReason } from '../../../../shared/model/check.ts'
import { ONE_SECTION } from '../../../../shared/model/framework.ts'
import type { Sheet, SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import { groupBy } from '../../../group-by.ts'
import type { Header } from '../columns/find-header.ts'
import { mapColumns } from '../columns/map-columns.ts'
import { excerpt, oneLine, plainName } from '../words/cell-text.ts'
import { plainCode } from '../words/codes.ts'
import { type Candidate, candidateReader } from './candidates.ts'
import { placeHeadings, type SectionHeading, sectionPath } from './sections.ts'

/** The rows below the headings, told apart. */
export interface SortedRows {
  readonly candidates: readonly Candidate[]
  readonly skipped: SkippedRow[]
  /** The titles that stand in rows of their own. */
  readonly titles: readonly string[]
  /** True if those titles are the sections, because no column holds them. */
  readonly areSections: boolean
}

/** Below this many columns, a row with one cell says as much as any other. */
const COLUMNS_OF_A_WIDE_TABLE = 3

/** No heading is longer, in whatever words. */
const LONGEST_HEADING = 200

type Judged =
  | { readonly kind: 'indicator'; readonly candidate: Candidate }
  | { readonly kind: 'title'; readonly row: number; readonly heading: SectionHeading }
  | { readonly kind: 'other'; readonly row: number; readonly reason: SkipReason }

const LEFT_OUT: SkipReason = { code: 'left-out', data: {} }
const REPEATED_HEADINGS: SkipReason = { code: 'repeated-headings', data: {} }
const NOT_AN_INDICATOR: SkipReason = { code: 'not-an-indicator', data: {} }

const headingOrNote = (text: string): SkipReason => ({
  code: 'heading-or-note',
  data: { text: excerpt(text) },
})

/** Tells whether a row says again what the headings say. */
function repeatsHeadings({ fields, headingRows }: Header): (row: SheetRow) => boolean {
  const names = groupBy(
    headingRows.flatMap(({ cells }) => cells),
    ([column]) => column,
  )
  const plain = new Map(
    [...names].map(([column, cells]) => [
      column,
      new Set(cells.map(([, text]) => plainName(text))),
    ]),
  )
  const isHeading = ([column, text]: SheetRow['cells'][number]): boolean =>
    text.length <= LONGEST_HEADING && (plain.get(column)?.has(plainName(text)) ?? false)
  return row => {
    const [first] = row.cells
    // Most rows are told at once: headings begin with a heading.
    if (!first || row.cells.length < 2 || !isHeading(first)) return false
    const again = mapColumns(row).fields
    return (
      row.cells.every(isHeading) ||
      (again.size > 1 &&
        again.size === fields.size &&
        [...again].every(([field, [column]]) => fields.get(field)?.[0] === column))
    )
  }
}

/** Titles of other things that people keep below a table. */
const BESIDE =
  /^(change ?log|changes|(version|document) (control|history|log)|revision history|amendments|glossary( of terms)?|abbreviations|acronyms|legend|sign off|distribution( list)?)$/

const isBeside = (title: string): boolean => BESIDE.test(plainName(title))

/** A lone cell is a title or a note, unless it is a code or a title whose row was left unfinished. */
function isLoneTitle({ texts, cells }: Candidate, { fields }: Header): boolean {
  if (cells.length > 1) return false
  if (isBeside(oneLine(cells[0]?.[1]))) return true
  const isWide = fields.size >= COLUMNS_OF_A_WIDE_TABLE
  const isCode = texts.code !== '' && !/\s/.test(texts.code)
  if (fields.has('section')) return isWide && texts.title === '' && !isCode
  // Without a column of sections, titles must be somewhere: a code has a figure, a title mostly words.
  return texts.title === '' ? !isCode || !/\d/.test(texts.code) : isWide
}

/** `C1 | Keeping children safe` and nothing else, over the row of C1.1. */
function isCodedTitle({ texts, cells }: Candidate, { fields }: Header, next: string): boolean {
  if (fields.has('section') || fields.size < COLUMNS_OF_A_WIDE_TABLE || cells.length !== 2) {
    return false
  }
  const [code, below] = [plainCode(texts.code), plainCode(next)]
  if (code === '' || texts.title === '' || !below.startsWith(code)) return false
  const rest = below.slice(code.length)
  return /^[.\-/_]./.test(rest) || (/[a-z]$/.test(code) && /^\d/.test(rest))
}

const titleText = ({ texts, cells }: Candidate): string =>
  cells.length === 2 ? oneLine(`${texts.code} ${texts.title}`) : oneLine(cells[0]?.[1])

/** The reason to take a row for a footer and not an indicator or a title; null if there is none. */
function footerOf({ texts, cells }: Candidate): SkipReason | null {
  const code = footerReason(cells)
  const isFooter = texts.title === '' || texts.code === '' || /^\d*$/.test(texts.title)
  return code !== null && isFooter ? { code, data: {} } : null
}

/** The reason to take a row that is no title for no indicator either; null if it looks like one. */
function reasonAgainst({ texts, cells }: Candidate): SkipReason | null {
  if (texts.code !== '' || texts.title !== '') return null
  return Object.values(texts).every(text => text === '')
    ? { code: 'outside-table', data: { text: excerpt(oneLine(cells[0]?.[1])) } }
    : NOT_AN_INDICATOR
}

function judge(
  rows: readonly SheetRow[],
  header: Header,
  { meanings, leftOut = [] }: CheckChoices,
): readonly Judged[] {
  const out = new Set(leftOut)
  const repeats = repeatsHeadings(header)
  const toCandidate = candidateReader(header, meanings)
  const read = rows.map(row => ({ row, candidate: toCandidate(row) }))
  return read.map(({ row, candidate }, index): Judged => {
    const { number } = row
    if (out.has(number)) return { kind: 'other', row: number, reason: LEFT_OUT }
    const reason = repeats(row) ? REPEATED_HEADINGS : footerOf(candidate)
    if (reason !== null) return { kind: 'other', row: number, reason }
    const next = read[index + 1]?.candidate.texts.code ?? ''
    if (isLoneTitle(candidate, header) || isCodedTitle(candidate, header, next)) {
      const heading = { text: titleText(candidate), column: candidate.cells[0]?.[0] ?? 1 }
      return { kind: 'title', row: number, heading }
    }
    const against = reasonAgainst(candidate)
    return against === null
      ? { kind: 'indicator', candidate }
      : { kind: 'other', row: number, reason: against }
  })
}

/** Rows under the title of something else are none of the table, until its headings come again. */
function withoutBeside(judged: readonly Judged[]): readonly Judged[] {
  let beside: string | null = null
  return judged.map((one): Judged => {
    if (one.kind === 'title') {
      const { text } = one.heading
      beside = isBeside(text) ? text : null
      return beside === null ? one : { kind: 'other', row: one.row, reason: headingOrNote(text) }
    }
    if (one.kind === 'indicator') {
      if (beside === null) return one
      const data = { title: excerpt(beside) }
      return { kind: 'other', row: one.candidate.row, reason: { code: 'under-other-title', data } }
    }
    if (one.reason.code === 'repeated-headings') beside = null
    return one
  })
}

/** The indicators, each with the titles that it stands under as its section. */
function placeUnderTitles(judged: readonly Judged[]): readonly Candidate[] {
  const placed: Candidate[] = []
  let above: readonly SectionHeading[] = []
  let run: SectionHeading[] = []
  for (const one of judged) {
    if (one.kind === 'title') run.push(one.heading)
    if (one.kind !== 'indicator') continue
    above = placeHeadings(above, run)
    run = []
    const section = above.map(({ text }) => text).join(' > ')
    placed.push({ ...one.candidate, texts: { ...one.candidate.texts, section } })
  }
  return placed
}

function toSkipped(judged: readonly Judged[], areSections: boolean): SkippedRow[] {
  const last = judged.findLastIndex(({ kind }) => kind === 'indicator')
  return judged.flatMap((one, index) => {
    if (one.kind === 'indicator') return []
    if (one.kind === 'other') return [{ row: one.row, ...one.reason }]
    const text = excerpt(one.heading.text)
    const code = areSections && index < last ? 'section-title' : 'heading-or-note'
    return [{ row: one.row, code, data: { text } }]
  })
}

/** Without sections, what an indicator is meant to achieve says best what it belongs to. */
function inOneSection(candidate: Candidate): Candidate {
  const { texts } = candidate
  // An outcome of nothing but signs names no section either.
  const section = sectionPath(texts.outcome).length > 0 ? texts.outcome : ONE_SECTION
  return { ...candidate, texts: { ...texts, section } }
}

/** Tells the indicators below the headings from the rows that are none; each of those has a reason. */
export function sortRows(sheet: Sheet, header: Header, choices: CheckChoices): SortedRows {
  const below = sheet.rows.filter(({ number }) => number > header.row)
  const judged = withoutBeside(judge(below, header, choices))
  const titles = judged.flatMap(one => (one.kind === 'title' ? [one.heading.text] : []))
  // What stands below the last indicator is a note on the table, not the title of a part of it.
  const last = judged.findLastIndex(({ kind }) => kind === 'indicator')
  const isOverSome = judged.slice(0, Math.max(0, last)).some(({ kind }) => kind === 'title')
  const areSections = !header.fields.has('section') && isOverSome
  const found = judged.flatMap(one => (one.kind === 'indicator' ? [one.candidate] : []))
  const candidates = areSections
    ? placeUnderTitles(judged)
    : header.fields.has('section')
      ? found
      : found.map(inOneSection)
  return { candidates, skipped: toSkipped(judged, areSections), titles, areSections }
}

/** No footer is a longer text, nor spread over more cells. */
const LONGEST_FOOTER = 300
const MOST_CELLS = 3

/** Labels of rows that sum up a table, however many columns they fill. */
const SUMS_UP =
  /^(((grand|sub|overall|running)[ -]?)?totals?|(overall )?(average|mean|median)|minimum|maximum)\s*[:=-]?$/i

/** The kinds of footer, none of which needs data for its sentence. */
type FooterCode = 'total' | 'page-number' | 'end-of-list' | 'made-by' | 'contact' | 'note'

/** Footers below, between or beside the rows of a list, recognised by how they begin. */
const FOOTERS: readonly { readonly pattern: RegExp; readonly code: FooterCode }[] = [
  {
    pattern:
      /^((grand|sub|overall|running)[ -]?)?totals?( (number|no\.?|count|rows|records|indicators|measures)( of (the )?(indicators|measures|kpis|pis|metrics|rows|records|entries|items))?)?\s*[:=-]?\s*\d*$/i,
    code: 'total',
  },
  {
    pattern:
      /^(count|(number|no\.?) of (indicators|measures|kpis|pis|metrics|rows|records))\s*[:=-]?\s*\d*$/i,
    code: 'total',
  },
  {
    pattern: /^-?\s*(page|sheet) \d+( ?(of|\/) ?\d+)?\s*-?$/i,
    code: 'page-number',
  },
  {
    pattern:
      /^[-*– ]*(end of (the )?(list|report|table|document|sheet|data|framework|indicators?)|(the )?end|end of file|eof)[-*–. ]*$/i,
    code: 'end-of-list',
  },
  {
    pattern:
      /^(report |list |extract )?(run|printed|generated|produced|prepared|compiled|extracted|created|exported|last (updated|saved|modified|amended|run)|updated|date (run|printed|produced)|run date|author|owner|version)( (by|on|at|from))?\b\s*([: ]|$)/i,
    code: 'made-by',
  },
  { pattern: /^(date|approved|checked|signed off|prepared for)\s*(:|$)/i, code: 'made-by' },
  {
    pattern:
      /^(contact|contacts|for (more|further) (information|details)|(any )?(queries|questions)|for queries|please (contact|e?-?mail|return|send|ring|call)|e-?mail|tel|telephone|phone)\b/i,
    code: 'contact',
  },
  { pattern: /^\S+@\S+\.\S+$/, code: 'contact' },
  { pattern: /^(https?:\/\/|www\.)\S+$/i, code: 'note' },
  {
    pattern:
      /^(notes?|n\.?b\.?|key|source|sources|footnotes?|caveats?|disclaimer|glossary|abbreviations|please note)\s*([:.\-–]|$)/i,
    code: 'note',
  },
  { pattern: /^(\*+|†|‡|\(\d\)|©|\(c\) |copyright\b|crown copyright)/i, code: 'note' },
  {
    pattern:
      /^(official|official[- ]sensitive|restricted|confidential|draft|not protectively marked)[.! -]*$/i,
    code: 'note',
  },
]

/**
 * The kind of footer that the cells of a row make, such as a total, a page number or a line on who
 * made the list; null if they make none.
 */
function footerReason(cells: SheetRow['cells']): FooterCode | null {
  const first = cells[0]?.[1] ?? ''
  if (first.length > LONGEST_FOOTER) return null
  const text = oneLine(first)
  if (SUMS_UP.test(text)) return 'total'
  if (cells.length > MOST_CELLS) return null
  return FOOTERS.find(({ pattern }) => pattern.test(text))?.code ?? null
}
