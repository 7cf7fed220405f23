import { expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { checkReading } from '../../../engine/frameworks/check-file.ts'
import { read } from './readers.ts'

const HEADINGS = ['code', 'section', 'indicator']
const FRAMEWORK = [HEADINGS, ['A1', 'Safety', 'Children feel safe']]

/** A workbook with a framework and sheets of so many rows of two cells, in this format. */
function withLargeSheets(
  rows: readonly number[],
  bookType: 'xlsx' | 'xls' | 'ods' = 'xlsx',
): Buffer {
  const book = utils.book_new()
  rows.forEach((count, index) => {
    const cells = Array.from({ length: count }, (_, n) => [`R${index}`, `answer ${n % 5}`])
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), `Ratings ${index + 1}`)
  })
  utils.book_append_sheet(book, utils.aoa_to_sheet(FRAMEWORK), 'Framework')
  return write(book, { type: 'buffer', bookType })
}

it.each(['xlsx', 'xls'] as const)(
  'reads the sheets that fit, the smallest first, and names the others: %s',
  async format => {
    const file = withLargeSheets([500, 20, 3_000], format)
    const reading = await read(file, { cells: 1_000, rows: 600 })
    expect(reading).toMatchObject({
      sheets: [{ name: 'Ratings 2' }, { name: 'Framework' }],
      unread: ['Ratings 1', 'Ratings 3'],
    })
    const outcome = checkReading(reading, 'export.xlsx')
    if ('refused' in outcome) throw new Error(outcome.refused.message)
    expect(outcome).toMatchObject({ sheet: 'Framework', clean: 1 })
    expect(outcome.sheets.map(({ name }) => name)).toEqual(['Ratings 2', 'Framework'])
    expect(outcome.issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'unread-sheet: The sheet Ratings 1 is too large to be a framework, so it was not looked at. If the indicators are there, save them as a file of their own.',
      'unread-sheet: The sheet Ratings 3 is too large to be a framework, so it was not looked at. If the indicators are there, save them as a file of their own.',
    ])
  },
)

it('says that a file is too large where no sheet fits, or the one asked for does not', async () => {
  const file = withLargeSheets([500])
  expect(await read(file, { cells: 3 })).toEqual({ kind: 'refused', code: 'too-large' })
  const reading = await read(file, { cells: 900 })
  expect(checkReading(reading, 'export.xlsx', { sheet: 'ratings 1' })).toMatchObject({
    refused: { code: 'too-large' },
    sheets: [{ name: 'Framework' }],
  })
})

it('says that a file is too large, not that it has no table, where the table may be on a sheet not read', async () => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Hello']]), 'Read me')
  const many = Array.from({ length: 400 }, (_, n) => [`A${n}`, 'Safety', `Indicator ${n}`])
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADINGS, ...many]), 'Framework')
  const file: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' })
  const reading = await read(file, { rows: 100, cells: 300 })
  expect(checkReading(reading, 'draft.xlsx')).toMatchObject({ refused: { code: 'too-large' } })
})
