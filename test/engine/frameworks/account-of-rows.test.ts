import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkTable } from '../../../engine/frameworks/check.ts'
import { COLUMN_NAMES } from '../../../engine/frameworks/column-names.ts'
import { checkReport } from '../../../shared/model/check.ts'
import { sheetOf } from './table.ts'

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
