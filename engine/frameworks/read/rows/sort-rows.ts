import type { CheckChoices, SkippedRow, SkipReason } from '../../../../shared/model/check.ts'
import { ONE_SECTION } from '../../../../shared/model/framework.ts'
import type { Sheet, SheetRow } from '../../../files/spreadsheet/spreadsheet.ts'
import { groupBy } from '../../../group-by.ts'
import type { Header } from '../columns/find-header.ts'
import { mapColumns } from '../columns/map-columns.ts'
import { excerpt, oneLine, plainName } from '../words/cell-text.ts'
import { footerReason } from '../words/footers.ts'
import { type Candidate, candidateReader } from './candidates.ts'
import type { SectionHeading } from './heading-forms.ts'
import { placeRuns, type UnsureHeading } from './place-headings.ts'
import { sectionPath } from './sections.ts'
import {
  isBeside,
  isCodedTitle,
  isSectionRow,
  loneTitles,
  type ReadRow,
  titleText,
} from './title-rows.ts'

/** The rows below the headings, told apart. */
export interface SortedRows {
  readonly candidates: readonly Candidate[]
  readonly skipped: SkippedRow[]
  /** The titles that stand in rows of their own. */
  readonly titles: readonly string[]
  /** True if those titles are the sections, because no column holds them. */
  readonly areSections: boolean
  /** The titles whose level nothing tells. */
  readonly unsure: readonly UnsureHeading[]
  /** The rows of the indicators above the first title, where titles are the sections. */
  readonly aboveSections: ReadonlySet<number>
}

/** No heading is longer, in whatever words. */
const LONGEST_HEADING = 200

type Judged =
  | { readonly kind: 'indicator'; readonly candidate: Candidate }
  | {
      readonly kind: 'title'
      readonly row: number
      readonly heading: SectionHeading
      /** True for one in the column of sections, or one that a person chose. */
      readonly isSection: boolean
    }
  | { readonly kind: 'other'; readonly row: number; readonly reason: SkipReason }

const LEFT_OUT: SkipReason = { code: 'left-out', data: {} }
const STRUCK_OUT: SkipReason = { code: 'struck-out', data: {} }
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

/** `25`, `25 measures`: how many there are. */
const A_COUNT = /^\d*(\s+\p{Letter}+){0,2}$/u

/** The reason to take a row for a footer and not an indicator or a title; null if there is none. */
function footerOf({ texts, cells }: Candidate): SkipReason | null {
  const code = footerReason(cells)
  const isFooter = texts.title === '' || texts.code === '' || A_COUNT.test(texts.title)
  return code !== null && isFooter ? { code, data: {} } : null
}

/** The reason to take a row that is no title for no indicator either; null if it looks like one. */
function reasonAgainst({ texts, cells }: Candidate): SkipReason | null {
  if (texts.code !== '' || texts.title !== '') return null
  return Object.values(texts).every(text => text === '')
    ? { code: 'outside-table', data: { text: excerpt(oneLine(cells[0]?.[1])) } }
    : NOT_AN_INDICATOR
}

/** The looks of the first cell of each row: its style, and whether it is merged over others. */
function looksOf({ looks = [], spans }: Sheet): ReadonlyMap<number, string> {
  const merged = new Set(
    spans.flatMap(({ from, to, column, toColumn }) =>
      from === to && toColumn > column ? [from] : [],
    ),
  )
  const styled = new Map(looks.map(({ row, look }) => [row, look]))
  return new Map(
    [...new Set([...merged, ...styled.keys()])].map(row => [
      row,
      `${styled.get(row) ?? ''}${merged.has(row) ? ' merged' : ''}`,
    ]),
  )
}

/** The choices of a person about single rows. */
interface RowChoices {
  readonly out: ReadonlySet<number>
  readonly levels: ReadonlyMap<number, number>
  readonly indicators: ReadonlySet<number>
}

const rowChoices = ({ leftOut, headings, indicators }: CheckChoices): RowChoices => ({
  out: new Set(leftOut),
  levels: new Map(headings?.map(({ row, level }) => [row, level])),
  indicators: new Set(indicators),
})

/** A judge of one row by what it holds, and by what the next row does. */
function rowJudge(
  sheet: Sheet,
  header: Header,
  read: readonly ReadRow[],
): (one: ReadRow, next: string) => Judged {
  const repeats = repeatsHeadings(header)
  const isLoneTitle = loneTitles(read, header)
  const looks = looksOf(sheet)
  const [sectionColumn] = header.fields.get('section') ?? []
  return ({ row, candidate }, next) => {
    const { number } = row
    const reason = repeats(row) ? REPEATED_HEADINGS : footerOf(candidate)
    if (reason !== null) return { kind: 'other', row: number, reason }
    const look = looks.get(number) ?? ''
    if (sectionColumn !== undefined && isSectionRow(candidate, header)) {
      const text = sectionPath(candidate.texts.section).join(' > ')
      const column = candidate.cells[0]?.[0] ?? sectionColumn
      return {
        kind: 'title',
        row: number,
        heading: { row: number, text, column, look },
        isSection: true,
      }
    }
    if (isLoneTitle(candidate) || isCodedTitle(candidate, header, next)) {
      return { kind: 'title', row: number, heading: headingOf(candidate, look), isSection: false }
    }
    const against = reasonAgainst(candidate)
    return against === null
      ? { kind: 'indicator', candidate }
      : { kind: 'other', row: number, reason: against }
  }
}

const headingOf = (candidate: Candidate, look: string): SectionHeading => ({
  row: candidate.row,
  text: titleText(candidate),
  column: candidate.cells[0]?.[0] ?? 1,
  look,
})

function judge(
  sheet: Sheet,
  header: Header,
  choices: CheckChoices,
  struck: ReadonlySet<number>,
): readonly Judged[] {
  const rows = sheet.rows.filter(({ number }) => number > header.row)
  const { out, levels, indicators } = rowChoices(choices)
  const toCandidate = candidateReader(header, choices.meanings)
  const read = rows.map(row => ({ row, candidate: toCandidate(row) }))
  const judgeRow = rowJudge(sheet, header, read)
  return read.map((one, index): Judged => {
    const { number } = one.row
    if (out.has(number)) return { kind: 'other', row: number, reason: LEFT_OUT }
    if (struck.has(number)) return { kind: 'other', row: number, reason: STRUCK_OUT }
    if (indicators.has(number)) return { kind: 'indicator', candidate: one.candidate }
    const level = levels.get(number)
    if (level !== undefined) {
      const heading = { ...headingOf(one.candidate, ''), level }
      return { kind: 'title', row: number, heading, isSection: true }
    }
    return judgeRow(one, read[index + 1]?.candidate.texts.code ?? '')
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

interface UnderTitles {
  readonly candidates: readonly Candidate[]
  readonly unsure: readonly UnsureHeading[]
  readonly aboveSections: ReadonlySet<number>
  /** The rows of the titles that some indicator stands under. */
  readonly used: ReadonlySet<number>
}

const hasWords = (title: string): boolean => sectionPath(title).length > 0

type Title = Extract<Judged, { readonly kind: 'title' }>

/** The indicators, each with the titles that it stands under as its section unless it names one. */
function placeUnderTitles(
  judged: readonly Judged[],
  isTitle: (one: Title) => boolean,
): UnderTitles {
  const runs: (readonly SectionHeading[])[] = []
  const standing: { readonly candidate: Candidate; readonly run: number }[] = []
  let run: SectionHeading[] = []
  for (const one of judged) {
    if (one.kind === 'title' && isTitle(one) && hasWords(one.heading.text)) run.push(one.heading)
    if (one.kind !== 'indicator') continue
    if (run.length > 0) runs.push(run)
    run = []
    standing.push({ candidate: one.candidate, run: runs.length - 1 })
  }
  const { paths, unsure } = placeRuns(runs)
  const needs = standing.filter(
    ({ candidate }) => sectionPath(candidate.texts.section).length === 0,
  )
  const above = needs.flatMap(({ candidate, run: at }) => (at < 0 ? [candidate.row] : []))
  const candidates = standing.map(({ candidate, run: at }) =>
    sectionPath(candidate.texts.section).length > 0
      ? candidate
      : withSection(candidate, paths[at]?.join(' > ') ?? ONE_SECTION),
  )
  const used = new Set(needs.length === 0 ? [] : runs.flat().map(({ row }) => row))
  return { candidates, unsure, aboveSections: new Set(above), used }
}

const withSection = (candidate: Candidate, section: string): Candidate => ({
  ...candidate,
  texts: { ...candidate.texts, section },
})

function toSkipped(judged: readonly Judged[], used: ReadonlySet<number>): SkippedRow[] {
  return judged.flatMap(one => {
    if (one.kind === 'indicator') return []
    if (one.kind === 'other') return [{ row: one.row, ...one.reason }]
    const text = excerpt(one.heading.text)
    const code = used.has(one.row) ? 'section-title' : 'heading-or-note'
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

/** True if titles in rows of their own are the sections: because they stand in the column of sections, too. */
function titlesAreSections(judged: readonly Judged[], header: Header): 'all' | 'some' | 'none' {
  // What stands below the last indicator is a note on the table, not the title of a part of it.
  const last = judged.findLastIndex(({ kind }) => kind === 'indicator')
  const over = judged.slice(0, Math.max(0, last)).filter(one => one.kind === 'title')
  if (!header.fields.has('section')) return over.length > 0 ? 'all' : 'none'
  return over.some(({ isSection }) => isSection) ? 'some' : 'none'
}

/** Gives indicators the sections that a person gave them. */
function withChosenSections(
  candidates: readonly Candidate[],
  sections: CheckChoices['sections'] = [],
): readonly Candidate[] {
  if (sections.length === 0) return candidates
  const titles = new Map(sections.map(({ row, title }) => [row, title]))
  return candidates.map(one => {
    const title = titles.get(one.row)
    return title === undefined ? one : withSection(one, title)
  })
}

/**
 * Tells the indicators below the headings from the rows that are none; each of those has a reason.
 * `struck` are the rows that are struck out.
 */
export function sortRows(
  sheet: Sheet,
  header: Header,
  choices: CheckChoices,
  struck: ReadonlySet<number>,
): SortedRows {
  const judged = withoutBeside(judge(sheet, header, choices, struck))
  const titles = judged.flatMap(one => (one.kind === 'title' ? [one.heading.text] : []))
  const kind = titlesAreSections(judged, header)
  const found = judged.flatMap(one => (one.kind === 'indicator' ? [one.candidate] : []))
  const areSections = kind === 'all'
  const placed: UnderTitles =
    kind === 'none'
      ? {
          candidates: header.fields.has('section') ? found : found.map(inOneSection),
          unsure: [],
          aboveSections: new Set(),
          used: new Set(),
        }
      : placeUnderTitles(judged, ({ isSection }) => areSections || isSection)
  const chosen = new Set(choices.sections?.map(({ row }) => row))
  return {
    candidates: withChosenSections(placed.candidates, choices.sections),
    skipped: toSkipped(judged, placed.used),
    titles,
    areSections,
    unsure: placed.unsure,
    aboveSections: new Set([...placed.aboveSections].filter(row => !chosen.has(row))),
  }
}
