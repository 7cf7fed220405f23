import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTable } from '../../../../../engine/frameworks/read/check-table.ts'
import { COLUMN_NAMES } from '../../../../../engine/frameworks/read/columns/known-headings.ts'
import { nestSections } from '../../../../../engine/frameworks/read/rows/sections.ts'
import { checkReport } from '../../../../../shared/model/check.ts'
import { sheetOf } from '../table.ts'

const anyHeading = fc.constantFrom(...Object.values(COLUMN_NAMES).flat(), 'Priority', '')
const anyText = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'A1',
    'a1',
    'proxy',
    'new',
    '#REF!',
    '›',
    '1. One',
    '1.1 Two',
    '__proto__',
  ),
  fc.string({ unit: 'grapheme' }),
)
const anySheet = fc
  .record({
    headings: fc
      .array(anyHeading, { maxLength: 4 })
      .chain(more =>
        fc.shuffledSubarray(['code', 'section', 'indicator', ...more], { minLength: 2 }),
      ),
    rows: fc.array(fc.array(anyText, { maxLength: 14 }), { maxLength: 12 }),
    at: fc.record({
      row: fc.integer({ min: 1, max: 60 }),
      column: fc.integer({ min: 1, max: 30 }),
    }),
  })
  .map(({ headings, rows, at }) => sheetOf([headings, ...rows], at))

it('gives an account of every row below the headings, whatever the sheet holds', () => {
  let tables = 0
  const accountIsWhole = fc.property(
    anySheet,
    fc.constantFrom('csv', 'workbook'),
    (sheet, format) => {
      const report = checkTable({ file: 'f', format, sheet })
      if (!report) return
      tables += 1
      expect(checkReport.parse({ ...report, sheets: [] })).toEqual({ ...report, sheets: [] })

      const below = sheet.rows.filter(({ number }) => number > report.headerRow)
      expect(report.candidates + report.skipped.length).toBe(below.length)

      const faulty = new Set(
        report.issues
          .filter(({ severity }) => severity === 'error')
          .map(({ cell }) => Number(/\d+$/.exec(cell)?.[0])),
      )
      const clean = report.indicators.map(({ row }) => row)
      expect(clean).toHaveLength(report.clean)
      expect(clean.filter(row => faulty.has(row))).toEqual([])
      // Whatever is neither loaded nor skipped has an error that says why.
      if (!faulty.has(report.headerRow)) {
        expect(clean.length + [...faulty].length).toBe(report.candidates)
      }
    },
  )
  fc.assert(accountIsWhole, { numRuns: 1_000 })
  expect(tables).toBeGreaterThan(100)
})

const nested = (...sections: readonly string[]) => [...nestSections(sections).values()]

/** The section of each indicator of a list whose titles stand in rows of their own, and the titles that are unsure. */
function placed(...rows: readonly string[]) {
  const sheet = sheetOf([['Code', 'Indicator', 'Definition'], ...rows.map(row => row.split('|'))])
  const report = checkTable({ file: 'f', format: 'workbook', sheet })
  const unsure = report?.issues.flatMap(issue =>
    issue.code === 'unsure-nesting' ? issue.cell : [],
  )
  return [
    ...(report?.indicators ?? []).map(({ section }) => section.join(' > ')),
    ...(unsure ?? []),
  ]
}

describe('titles of sections in rows of their own', () => {
  it('are none of a list without codes that does not begin with one', () => {
    const rows = [['Indicator', 'Definition'], ['Safe', 'x'], ['Well'], ['Learning', 'y']]
    const report = checkTable({ file: 'f', format: 'workbook', sheet: sheetOf(rows) })
    expect(report?.indicators.map(({ title }) => title)).toEqual(['Safe', 'Well', 'Learning'])
  })

  it('lie under those that their numbers begin with', () => {
    const rows = [
      'Goal A: Safe',
      'A1|Safe|x',
      'Target A.1 Home',
      'A2|At home|x',
      'Goal B: Well',
      'B1|Well|x',
    ]
    expect(placed(...rows)).toEqual([
      'Goal A: Safe',
      'Goal A: Safe > Target A.1 Home',
      'Goal B: Well',
    ])
  })

  it('are unsure where two kinds take turns and nothing tells which is over the other', () => {
    const rows = [
      'Goal 1: Safe',
      'A1|Safe|x',
      'Target 1: Home',
      'A2|At home|x',
      'Goal 2: Well',
      'B1|Well|x',
    ]
    expect(placed(...rows)).toEqual([
      'Goal 1: Safe',
      'Goal 1: Safe > Target 1: Home',
      'Goal 2: Well',
      'A4',
    ])
  })

  it('count in their own way at each level', () => {
    const rows = [
      'I. Safe',
      '1. Home',
      'A1|At home|x',
      '2. School',
      'A2|At school|x',
      'II. Well',
      '1. Body',
      'B1|Fit|x',
    ]
    expect(placed(...rows)).toEqual([
      'I. Safe > 1. Home',
      'I. Safe > 2. School',
      'II. Well > 1. Body',
    ])
  })
})

describe('sections', () => {
  it('nest where the text of the column says so', () => {
    expect(nested('C. Outcomes > C1 Safety', 'Outcomes › Health ›  Teeth')).toEqual([
      ['C. Outcomes', 'C1 Safety'],
      ['Outcomes', 'Health', 'Teeth'],
    ])
  })

  it('nest under the section whose code theirs begins with, when the file has one', () => {
    expect(nested('C. Outcomes', 'C1 Keeping children safe', 'C1.2 At home', 'C10: Money')).toEqual(
      [
        ['C. Outcomes'],
        ['C. Outcomes', 'C1 Keeping children safe'],
        ['C. Outcomes', 'C1 Keeping children safe', 'C1.2 At home'],
        ['C. Outcomes', 'C10: Money'],
      ],
    )
  })

  it('nest under the nearest code there is, when one between is missing', () => {
    expect(nested('C. Outcomes', 'C1.2 At home')[1]).toEqual(['C. Outcomes', 'C1.2 At home'])
    expect(nested('1. Health', '1.4 Teeth')[1]).toEqual(['1. Health', '1.4 Teeth'])
  })

  it('nest together by text and by code', () => {
    expect(nested('C. Outcomes', 'C1 Safety > At home')[1]).toEqual([
      'C. Outcomes',
      'C1 Safety',
      'At home',
    ])
  })

  it('stay side by side when the file has no section of the code above them', () => {
    const draft = [
      'Context: patterns of use',
      'A. Organisational and workforce conditions',
      'B1. Children and families feel supported',
      'C1. Are services keeping children safe?',
    ]
    expect(nested(...draft)).toEqual(draft.map(title => [title]))
  })

  it('stay side by side when two sections claim the code above them', () => {
    expect(nested('C. Outcomes', 'C. Context', 'C1 Safety')[2]).toEqual(['C1 Safety'])
  })

  it('do not take a comparison or a word for a sign of nesting', () => {
    const titles = ['Children aged >5', 'A framework', 'A. Conditions', 'All children', '10 facts']
    expect(nested(...titles)).toEqual(titles.map(title => [title]))
  })

  it('are one section however its title is broken into lines', () => {
    expect(nested('C1. Safe\n and well', 'C1.  Safe and well')).toEqual([
      ['C1. Safe and well'],
      ['C1. Safe and well'],
    ])
  })

  it('are found at once in a text of nothing but spaces', () => {
    expect(nested(`A${' '.repeat(1_000_000)}B`)).toEqual([['A B']])
  })

  it('have no path when there are no words', () => {
    expect(nested(' > ', '')).toEqual([[], []])
  })
})
