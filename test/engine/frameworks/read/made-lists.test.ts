import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Sheet } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { checkReading } from '../../../../engine/frameworks/read/check-file.ts'
import { counts } from '../../../helpers/counts.ts'
import { type ListShape, listShape, makeList } from './make-list.ts'

/** The reading of a file with these sheets, silent where nothing is said of it. */
function readList({ codeForm }: ListShape, sheets: Sheet[]) {
  const report = checkReading(
    { kind: 'sheets', format: 'workbook', sheets, unread: [] },
    'made.xlsx',
  )
  if ('refused' in report) return { read: [], isSilent: false }
  const read = report.indicators.map(
    ({ code, section, title }) =>
      `${codeForm === 'none' ? '#' : code} | ${section.join(' > ')} | ${title}`,
  )
  return { read, isSilent: report.issues.length === 0 }
}

it('reads lists of every shape right, and never a wrong one without a word', () => {
  const wrong = fc.sample(listShape, { numRuns: counts.madeLists, seed: 15 }).flatMap(shape => {
    const { sheets, meant } = makeList(shape)
    const { read, isSilent } = readList(shape, [...sheets])
    return JSON.stringify(read) === JSON.stringify(meant) ? [] : [{ shape, read, meant, isSilent }]
  })
  const right = (counts.madeLists - wrong.length) / counts.madeLists
  process.stdout.write(
    `${(100 * right).toFixed(2)} % of ${counts.madeLists} made lists are right.\n`,
  )
  expect(wrong.filter(({ isSilent }) => isSilent).slice(0, 3)).toEqual([])
  expect(right).toBeGreaterThanOrEqual(0.98)
})
