import type { CheckChoices, SkippedRow } from '../../../../shared/model/check.ts'
import { cellName, columnNumber } from '../../../files/spreadsheet/cell-names.ts'
import { groupBy } from '../../../group-by.ts'
import type { Header } from '../columns/find-header.ts'
import type { Finding } from '../findings.ts'
import { oneLine } from '../words/cell-text.ts'
import { plainCode } from '../words/codes.ts'
import type { Candidate } from './candidates.ts'
import { codeOf, sectionPath } from './sections.ts'

/** The candidates with the codes that they were given, and what there is to say of those. */
export interface Coded {
  readonly candidates: readonly Candidate[]
  readonly findings: readonly Finding[]
  readonly skipped: readonly SkippedRow[]
}

const withCode = (candidate: Candidate, code: string): Candidate => ({
  ...candidate,
  texts: { ...candidate.texts, code },
})

/** The number at the end of a code that was numbered, with as many figures as the last one needs. */
const padded = (number: number, of: number, fewest: number): string =>
  String(number).padStart(Math.max(fewest, String(of).length), '0')

/**
 * Codes for indicators that have none, whose sections these are, in their order: `N001` on, or `S1-01` on in
 * each section. None of them is `taken`.
 */
export function numberedCodes(
  sections: readonly string[],
  by: 'all' | 'sections',
  taken: ReadonlySet<string> = new Set(),
): readonly string[] {
  const next = (count: number, before: string, fewest: number): readonly string[] => {
    const free: string[] = []
    for (let number = 1; free.length < count; number++) {
      const code = before + padded(number, count + taken.size, fewest)
      if (!taken.has(plainCode(code))) free.push(code)
    }
    return free
  }
  if (by === 'all') return next(sections.length, 'N', 3)
  const bySection = groupBy([...sections.keys()], at => sections[at] ?? '')
  const codes = [...sections]
  ;[...bySection.values()].forEach((places, index) => {
    const given = next(places.length, `S${index + 1}-`, 2)
    places.forEach((place, at) => {
      codes[place] = given[at] ?? ''
    })
  })
  return codes
}

/** Of what is numbered unasked, nearly every title is another. */
const NEARLY_ALL = 0.9

/** Tests whether titles tell indicators apart, without which the rows are a list of something else. */
function areTitles(candidates: readonly Candidate[]): boolean {
  const titles = candidates.map(({ texts }) => `${texts.title} ${texts.section}`)
  return new Set(titles).size >= titles.length * NEARLY_ALL
}

/**
 * Numbers indicators without a code: where no column holds codes, or where a person asked for it. The
 * numbers are those of this file; `keepNumbers` gives known indicators the ones that they had.
 */
function numberCodes(
  candidates: readonly Candidate[],
  header: Header,
  { numberCodes: by }: CheckChoices,
): Coded {
  const isNoColumn = !header.fields.has('code') && areTitles(candidates)
  const blank = candidates.filter(({ texts }) => texts.code === '' && texts.title !== '')
  if ((by === undefined && !isNoColumn) || blank.length === 0 || !header.fields.has('title')) {
    return { candidates, findings: [], skipped: [] }
  }
  const taken = new Set(candidates.map(({ texts }) => plainCode(texts.code)))
  const sections = blank.map(({ texts }) => texts.section)
  const given = numberedCodes(sections, by ?? 'all', taken)
  const codes = new Map(blank.map(({ row }, index) => [row, given[index]]))
  const data = { first: given[0] ?? '', last: given.at(-1) ?? '' }
  const place = { row: header.row, column: header.firstColumn, field: 'code' } as const
  return {
    candidates: candidates.map(one => withCode(one, codes.get(one.row) ?? one.texts.code)),
    findings: [{ severity: 'warning', code: 'numbered-codes', data, ...place }],
    skipped: [],
  }
}

/**
 * Words that tell sections apart before the codes of their indicators: the codes that their titles begin with,
 * where each has one of its own, or else their places in the file, `S1-` on.
 */
function sectionMarks(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const sections = [...new Set(candidates.map(({ texts }) => texts.section))]
  const own = sections.map(section => codeOf(sectionPath(section).at(-1) ?? ''))
  const areTold = own.every(code => code !== null) && new Set(own).size === own.length
  return new Map(
    sections.map((section, at) => [section, areTold ? `${own[at]}.` : `S${at + 1}-`] as const),
  )
}

/** The codes with what tells their section before them. */
function withSections(candidates: readonly Candidate[]): readonly Candidate[] {
  const marks = sectionMarks(candidates)
  return candidates.map(one =>
    one.texts.code === '' ? one : withCode(one, `${marks.get(one.texts.section)}${one.texts.code}`),
  )
}

/** Makes repeated codes unique, or leaves out all but the first of each, as a person chose. */
function resolveRepeats(
  candidates: readonly Candidate[],
  header: Header,
  choice: CheckChoices['repeatedCodes'],
): Pick<Coded, 'candidates' | 'skipped'> {
  if (!choice) return { candidates, skipped: [] }
  if (choice.by === 'section') return { candidates: withSections(candidates), skipped: [] }
  const [codeColumn = header.firstColumn] = header.fields.get('code') ?? []
  const repeated = [...groupBy(candidates, ({ texts }) => plainCode(texts.code))].flatMap(
    ([code, all]) => (code !== '' && all.length > 1 ? [all] : []),
  )
  const codes = new Map<number, string>()
  const out = new Map<number, string>()
  for (const [first, ...more] of repeated) {
    if (!first) continue
    if (choice.by === 'first') {
      for (const { row } of more) out.set(row, cellName(codeColumn, first.row))
    } else if (choice.by === 'number') {
      for (const [index, { row, texts }] of more.entries()) {
        codes.set(row, `${texts.code}-${index + 2}`)
      }
    } else {
      for (const { row, texts, byColumn } of [first, ...more]) {
        const added = oneLine(byColumn.get(columnNumber(choice.column)))
        if (added !== '') codes.set(row, `${texts.code} ${added}`)
      }
    }
  }
  return {
    candidates: candidates
      .filter(({ row }) => !out.has(row))
      .map(one => withCode(one, codes.get(one.row) ?? one.texts.code)),
    skipped: [...out].map(([row, first]) => ({ row, code: 'repeated-code', data: { first } })),
  }
}

/** Gives indicators the codes that they lack, and makes those unique that several have. */
export function giveCodes(
  candidates: readonly Candidate[],
  header: Header,
  choices: CheckChoices,
): Coded {
  const numbered = numberCodes(candidates, header, choices)
  const unique = resolveRepeats(numbered.candidates, header, choices.repeatedCodes)
  return { ...numbered, ...unique }
}
