import { writeFileSync } from 'node:fs'
import { Workbook as ExcelWorkbook } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { read as readWorkbook, utils, write } from 'xlsx'
import { forkReader } from '../../../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../../../engine/files/spreadsheet/read-spreadsheet.ts'
import { DEFAULT_LIMITS } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { checkReading } from '../../../../engine/frameworks/read/check-file.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { read, watchedReaders } from './readers.ts'

describe('reading a spreadsheet in a process of its own', () => {
  it('gives the rows with the numbers that the spreadsheet shows', async () => {
    expect(await read('code,indicator\n\nA1,One\n')).toEqual({
      kind: 'sheets',
      format: 'csv',
      sheets: [
        {
          name: '',
          hidden: false,
          spans: [],
          hiddenRows: [],
          hiddenColumns: [],
          marks: [],
          rows: [
            {
              number: 1,
              width: 2,
              cells: [
                [1, 'code'],
                [2, 'indicator'],
              ],
            },
            {
              number: 3,
              width: 2,
              cells: [
                [1, 'A1'],
                [2, 'One'],
              ],
            },
          ],
        },
      ],
      unread: [],
    })
  })

  it('leaves no process behind, whether the file was read or took too long', async () => {
    using folder = tempFolder()
    const path = folder.file('table.csv')
    writeFileSync(path, 'code,indicator\nA1,One\n')
    for (const milliseconds of [DEFAULT_LIMITS.milliseconds, 1]) {
      const { readers, startWatched } = watchedReaders(forkReader())
      await readSpreadsheet(startWatched, path, { ...DEFAULT_LIMITS, milliseconds })
      await Promise.all(readers.map(({ gone }) => gone))
      expect(readers).toHaveLength(1)
    }
  })

  it('refuses a file whose reading takes longer than allowed', async () => {
    const reading = await read('code,indicator\nA1,One\n', { milliseconds: 1 })
    expect(reading).toEqual({
      kind: 'refused',
      code: 'too-slow',
      over: { limit: 'milliseconds', most: 1 },
    })
  })

  it('refuses the file when the reader cannot even be started', async () => {
    const nowhere = forkReader(new URL('./no-such-reader.ts', import.meta.url))
    const reading = await readSpreadsheet(nowhere, 'table.csv')
    expect(reading).toEqual({ kind: 'refused', code: 'reader-failed' })
  })

  it('tells which rows and columns are hidden, even of several sheets', async () => {
    const book = new ExcelWorkbook()
    for (const name of ['One', 'Two']) {
      const sheet = book.addWorksheet(name)
      for (let row = 1; row < 6; row++) sheet.addRow(['a', 'b', 'c', 'd'])
      if (name === 'Two') {
        sheet.getRow(3).hidden = true
        sheet.getColumn(2).hidden = true
        sheet.getColumn(9).hidden = true
      }
    }
    const bytes = Buffer.from(await book.xlsx.writeBuffer())
    const hidden = [
      { name: 'One', hiddenRows: [], hiddenColumns: [] },
      { name: 'Two', hiddenRows: [3], hiddenColumns: [2] },
    ]
    expect(await read(bytes)).toMatchObject({ sheets: hidden })
    const old: Buffer = write(readWorkbook(bytes, { cellStyles: true }), {
      type: 'buffer',
      bookType: 'biff8',
      cellStyles: true,
    })
    expect(await read(old)).toMatchObject({
      sheets: [{ hiddenColumns: [] }, { hiddenColumns: [2] }],
    })
  })

  it('reads the cells of an old Excel file whose document properties are damaged', async () => {
    const book = utils.book_new(utils.aoa_to_sheet([['code', 'indicator']]), 'S')
    book.Props = { Title: 'Measures', Author: 'A. Analyst' }
    const bytes: Buffer = write(book, { type: 'buffer', bookType: 'biff8' })
    // The identifier of the summary; the count of its properties stands 24 bytes behind it.
    const summary = bytes.indexOf(Buffer.from('e0859ff2f94f6810ab9108002b27b3d9', 'hex'))
    expect(bytes.readUInt32LE(summary + 24)).toBeLessThan(20)
    bytes.writeUInt32LE(0xffffffff, summary + 24)
    expect(await read(bytes)).toMatchObject({
      kind: 'sheets',
      sheets: [
        {
          name: 'S',
          rows: [
            {
              cells: [
                [1, 'code'],
                [2, 'indicator'],
              ],
            },
          ],
        },
      ],
    })
  })

  it('marks the cells that are dates, and those whose link may do harm', async () => {
    const book = new ExcelWorkbook()
    const sheet = book.addWorksheet('S')
    sheet.getCell('A1').value = new Date(Date.UTC(2026, 2, 1))
    sheet.getCell('A1').numFmt = 'd-mmm'
    sheet.getCell('B1').value = 7
    sheet.getCell('B1').numFmt = '000'
    sheet.getCell('A2').value = { text: 'Guide', hyperlink: 'javascript:alert(1)' }
    sheet.getCell('B2').value = { text: 'Guide', hyperlink: 'https://www.gov.uk/' }
    expect(await read(Buffer.from(await book.xlsx.writeBuffer()))).toMatchObject({
      sheets: [
        {
          rows: [
            {
              cells: [
                [1, '1-Mar'],
                [2, '007'],
              ],
            },
            {
              cells: [
                [1, 'Guide'],
                [2, 'Guide'],
              ],
            },
          ],
          marks: [
            { row: 1, column: 1, kind: 'date' },
            { row: 2, column: 1, kind: 'unsafe-link' },
          ],
        },
      ],
    })
  })

  it('reads named characters of a web page, and leaves its markup alone', async () => {
    const page =
      '<html><table><tr><td>&pound;5 &ndash; caf&eacute; &lt;b&gt; &bogus;</td></tr></table></html>'
    expect(await read(page)).toMatchObject({
      sheets: [{ rows: [{ cells: [[1, '£5 – café <b> &bogus;']] }] }],
    })
  })
})

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
      unread: [{ name: 'Ratings 1' }, { name: 'Ratings 3' }],
    })
    const outcome = checkReading(reading, 'export.xlsx')
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    expect(outcome).toMatchObject({ sheet: 'Framework', clean: 1 })
    expect(outcome.sheets.map(({ name }) => name)).toEqual(['Ratings 2', 'Framework'])
    expect(outcome.issues).toMatchObject([
      { code: 'unread-sheet', data: { sheet: 'Ratings 1' } },
      { code: 'unread-sheet', data: { sheet: 'Ratings 3' } },
    ])
  },
)

it('says that a file is too large where no sheet fits, or the one asked for does not', async () => {
  const file = withLargeSheets([500])
  expect(await read(file, { cells: 3 })).toMatchObject({
    code: 'too-large',
    over: { limit: 'cells', most: 3 },
  })
  const reading = await read(file, { cells: 900 })
  expect(checkReading(reading, 'export.xlsx', { sheet: 'ratings 1' })).toMatchObject({
    refused: { code: 'too-large', over: { limit: 'cells', most: 900 } },
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
