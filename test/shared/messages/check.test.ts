import { describe, expect, it } from 'vitest'
import { issueMessage, refusalMessage, skipMessage } from '../../../shared/messages/check.ts'
import type { CodedIssue, OverLimit } from '../../../shared/model/check.ts'

const inOneCell = (issue: CodedIssue): string =>
  issueMessage({ ...issue, count: 1, cells: ['B2'], isSameInAll: true })

describe('the sentence for a problem of a framework file', () => {
  it('names what its data hold', () => {
    expect(
      inOneCell({ code: 'duplicate-code', data: { text: 'A1', first: 'A2', restarts: false } }),
    ).toBe('The code A1 is already used in cell A2. Give each indicator a code of its own.')
    expect(inOneCell({ code: 'long-text', data: { length: 2500 } })).toContain('2,500 characters')
  })

  it('differs where one code has several causes', () => {
    const unmapped = (['unknown', 'repeated', 'unheaded'] as const).map(is =>
      inOneCell({ code: 'unmapped-column', data: { is, heading: 'RAG', taken: 'C', column: 'F' } }),
    )
    expect(unmapped).toEqual([
      expect.stringMatching(/^The column "RAG" was not recognised/),
      expect.stringMatching(/^The column "RAG" is not loaded: column C already/),
      expect.stringMatching(/^Column F has no heading/),
    ])
    const texts = [true, false].map(isLeftOut =>
      inOneCell({ code: 'error-value', data: { text: '#REF!', isLeftOut } }),
    )
    expect(texts).toEqual([
      expect.stringContaining('so it is left out'),
      expect.stringContaining('Put the formula right'),
    ])
  })

  it('counts the cells that share it and names the first of them', () => {
    const cells = Array.from({ length: 12 }, (_, n) => `B${n + 2}`)
    const shared = { code: 'missing-code', data: {}, count: 12, cells } as const
    const named = 'B3, B4, B5, B6, B7, B8, B9, B10, B11 and so on.'
    expect(issueMessage({ ...shared, isSameInAll: true })).toMatch(
      `The same holds for 11 more cells: ${named}`,
    )
    expect(issueMessage({ ...shared, isSameInAll: false })).toMatch(
      `A problem of the same kind is in 11 more cells: ${named}`,
    )
  })
})

it('says why a row is skipped', () => {
  expect(skipMessage({ code: 'repeated-headings', data: {} })).toBe('It repeats the headings.')
  expect(skipMessage({ code: 'section-title', data: { text: 'Part one' } })).toBe(
    '"Part one" was taken for the title of a section.',
  )
})

it('names the file that is refused, and the sheets that it has', () => {
  expect(refusalMessage('draft.csv', { code: 'no-table' })).toMatch(/^draft.csv has no table/)
  const refused = { code: 'no-such-sheet', sheet: 'Nowhere' } as const
  expect(refusalMessage('f.xlsx', { ...refused, sheets: ['Read me', 'Old', 'Draft'] })).toBe(
    'f.xlsx has no sheet called Nowhere. Choose Read me, Old or Draft.',
  )
  expect(refusalMessage('f.csv', { ...refused, sheets: [] })).toBe(
    'f.csv has no sheets to choose from. Leave the sheet out and try again.',
  )
})

it('names the limit that a file passes, and what was found as far as it was counted', () => {
  const over = (about: OverLimit) => refusalMessage('a.csv', { code: 'too-large', over: about })
  expect(over({ limit: 'rows', most: 20_000, found: 31_250 })).toMatch(
    'a.csv is too large to be read safely: it has 31,250 rows, and at most 20,000 rows are read.',
  )
  expect(over({ limit: 'bytes', most: 30_000_000, found: 31_250_000 })).toMatch(
    'it has 31.3 MB, and at most 30 MB are read.',
  )
  expect(over({ limit: 'cells', most: 250_000 })).toMatch(
    'it has more than 250,000 filled cells, which is the most.',
  )
  const slow = { limit: 'milliseconds', most: 10_000 } as const
  expect(refusalMessage('a.csv', { code: 'too-slow', over: slow })).toMatch(
    'a.csv took too long to read: it takes more than 10 seconds, which is the most.',
  )
})
