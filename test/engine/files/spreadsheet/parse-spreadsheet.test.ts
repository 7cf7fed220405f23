import { writeFileSync } from 'node:fs'
import { Workbook as ExcelWorkbook } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type BookType, CFB, type WorkBook, write } from 'xlsx'
import { parseSpreadsheet } from '../../../../engine/files/spreadsheet/parse-spreadsheet.ts'
import { DEFAULT_LIMITS } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { makeZip } from '../make-zip.ts'

async function parse(content: string | Buffer, name = 'foreign') {
  using folder = tempFolder()
  const path = folder.file(name)
  writeFileSync(path, content)
  return await parseSpreadsheet(path, DEFAULT_LIMITS)
}

const refusedAs = (code: string) => ({ kind: 'refused', code })

/** A workbook with a hidden sheet, and a table that starts at C7 of the visible one. */
const twoSheets: WorkBook = {
  SheetNames: ['Notes', 'Indicators'],
  Sheets: {
    Notes: { '!ref': 'A1:A1', A1: { t: 's', v: 'Private' } },
    Indicators: {
      '!ref': 'C7:D9',
      C7: { t: 's', v: 'Code' },
      D7: { t: 's', v: 'Indicator' },
      C9: { t: 's', v: 'A1' },
      D9: { t: 's', v: 'Café “users” £5' },
    },
  },
  Workbook: { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] },
}

const NOTHING_MORE = { spans: [], hiddenRows: [], hiddenColumns: [], marks: [] }

const TABLE_AT_C7 = [
  {
    number: 7,
    width: 4,
    cells: [
      [3, 'Code'],
      [4, 'Indicator'],
    ],
  },
  {
    number: 9,
    width: 4,
    cells: [
      [3, 'A1'],
      [4, 'Café “users” £5'],
    ],
  },
]

describe('a workbook file', () => {
  it.each<BookType>(['xlsx', 'xlsm', 'xlsb', 'xls', 'xlml'])(
    'in the format %s gives its sheets, hidden ones marked, and rows where they stand',
    async bookType => {
      const bytes: Buffer = write(twoSheets, { type: 'buffer', bookType })
      expect(await parse(bytes)).toEqual({
        kind: 'sheets',
        format: 'workbook',
        sheets: [
          {
            name: 'Notes',
            hidden: true,
            ...NOTHING_MORE,
            rows: [{ number: 1, width: 1, cells: [[1, 'Private']] }],
          },
          { name: 'Indicators', hidden: false, ...NOTHING_MORE, rows: TABLE_AT_C7 },
        ],
        unread: [],
      })
    },
  )

  it.each<BookType>(['ods', 'fods'])(
    'in the format %s gives rows where they stand',
    async bookType => {
      const bytes: Buffer = write(twoSheets, { type: 'buffer', bookType })
      expect(await parse(bytes)).toMatchObject({
        sheets: [{ name: 'Notes' }, { name: 'Indicators', rows: TABLE_AT_C7 }],
      })
    },
  )

  it('is read from a web page that was named like a workbook, its text untouched', async () => {
    const page =
      '<html><table><tr><td>Code</td></tr><tr><td>1.10</td><td>=1+1</td></tr></table></html>'
    expect(await parse(page, 'export.xls')).toMatchObject({
      format: 'workbook',
      sheets: [
        {
          rows: [
            { number: 1, cells: [[1, 'Code']] },
            {
              cells: [
                [1, '1.10'],
                [2, '=1+1'],
              ],
            },
          ],
        },
      ],
    })
  })

  it.each([
    ['space beside a tag', 'Children <b>do not</b> feel safe', 'Children do not feel safe'],
    ['characters by number', '&#39;safe&#39; &#8211; &#x2019; &#146; &#163;5', "'safe' – ’ ’ £5"],
    ['characters by name', 'R&amp;D &lt;5 &pound;2 &amp;lt;', 'R&D <5 £2 &lt;'],
    ['lines', 'One<br/>Two<p>Three</p><ul><li>Four<li>Five</ul>', 'One\nTwo\nThree\nFour\nFive'],
    ['what is not shown', 'Safe<script>alert(1)</script><style>b{}</style><!-- x -->', 'Safe'],
    ['ends left out', 'One<td>Two', 'One'],
  ])('in a web page gives each cell as a browser shows it: %s', async (_, cell, shown) => {
    const page = `<html><table><tr><th>A<th>B<tr><td>${cell}</table></html>`
    expect(await parse(page, 'export.xls')).toMatchObject({
      sheets: [
        {
          rows: [
            {
              cells: [
                [1, 'A'],
                [2, 'B'],
              ],
            },
            { number: 2, cells: expect.arrayContaining([[1, shown]]) },
          ],
        },
      ],
    })
  })

  it('gives what a person sees: formats applied, formulas as last computed, long texts whole', async () => {
    const book = new ExcelWorkbook()
    const sheet = book.addWorksheet('Seen')
    const long = 'word '.repeat(2_000).trim()
    sheet.addRow([1.1, 0.256, true, new Date(Date.UTC(2026, 2, 9)), long])
    sheet.getCell('A1').numFmt = '0.00'
    sheet.getCell('B1').numFmt = '0%'
    sheet.getCell('D1').numFmt = 'dd mmm yyyy'
    sheet.getCell('F1').value = { formula: 'A1*2', result: 99 }
    sheet.getCell('G1').value = {
      richText: [{ text: 'bold', font: { bold: true } }, { text: ' not' }],
    }
    sheet.getCell('H1').value = { error: '#REF!' }
    sheet.getCell('I1').value = 'line\nbreak'
    const seen = [
      '1.10',
      '26%',
      'TRUE',
      '09 Mar 2026',
      long,
      '99',
      'bold not',
      '#REF!',
      'line\nbreak',
    ]
    expect(await parse(Buffer.from(await book.xlsx.writeBuffer()))).toMatchObject({
      sheets: [{ rows: [{ cells: seen.map((text, index) => [index + 1, text]) }] }],
    })
  })

  it('may have a sheet with a name that means something to JavaScript', async () => {
    const book = new ExcelWorkbook()
    book.addWorksheet('constructor').addRow(['x'])
    book.addWorksheet('toString').addRow(['y'])
    expect(await parse(Buffer.from(await book.xlsx.writeBuffer()))).toMatchObject({
      sheets: [
        { name: 'constructor', rows: [{ cells: [[1, 'x']] }] },
        { name: 'toString', rows: [{ cells: [[1, 'y']] }] },
      ],
    })
  })
})

describe('a text file', () => {
  const text = 'Code,Measure\nA1,Café “safe” – 5 £\n'
  it.each([
    ['UTF-16LE without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16BE without a mark', Buffer.from(text, 'utf16le').swap16()],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
  ])('in %s comes out as it went in', async (_, bytes) => {
    expect(await parse(bytes, 'export.csv')).toMatchObject({
      format: 'csv',
      sheets: [
        {
          rows: [
            {},
            {
              cells: [
                [1, 'A1'],
                [2, 'Café “safe” – 5 £'],
              ],
            },
          ],
        },
      ],
    })
  })
})

describe('a file that is no spreadsheet we can read', () => {
  it('is refused when it is not there, or is a folder', async () => {
    using folder = tempFolder()
    expect(await parseSpreadsheet(folder.file('none.csv'), DEFAULT_LIMITS)).toEqual(
      refusedAs('file-not-found'),
    )
    expect(await parseSpreadsheet(folder.path, DEFAULT_LIMITS)).toEqual(
      refusedAs('not-a-spreadsheet'),
    )
  })

  it('is refused when it is empty', async () => {
    expect(await parse('')).toEqual(refusedAs('empty-file'))
    expect(await parse('\ufeff\r\n ,\r\n')).toEqual(refusedAs('empty-file'))
    const book = new ExcelWorkbook()
    book.addWorksheet('Sheet1')
    expect(await parse(Buffer.from(await book.xlsx.writeBuffer()))).toEqual(refusedAs('empty-file'))
  })

  it.each([
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a web page without a table', Buffer.from('<!doctype html><p>Hello</p>')],
    ['a letter in rich text', Buffer.from('{\\rtf1\\ansi Dear colleague}')],
    ['what programs write for each other', Buffer.from('[{"code": "A1", "title": "One"}]\n')],
    ['some XML', Buffer.from('<?xml version="1.0"?><a><b/></a>')],
    ['a zip of other things', makeZip([{ name: 'word/document.xml', content: '<w/>' }])],
  ])('is refused when it is %s', async (_, content) => {
    expect(await parse(content, 'framework.xlsx')).toEqual(refusedAs('not-a-spreadsheet'))
  })

  it('is refused when it is a Word document of the old kind', async () => {
    expect(await parse(compound('WordDocument'))).toEqual(refusedAs('not-a-spreadsheet'))
  })

  it('is refused when a password protects it', async () => {
    expect(await parse(compound('EncryptionInfo', 'EncryptedPackage'))).toEqual(
      refusedAs('password-protected'),
    )
  })

  it('is refused when it is a workbook cut short', async () => {
    const bytes: Buffer = write(twoSheets, { type: 'buffer', bookType: 'xlsx' })
    expect(await parse(bytes.subarray(0, bytes.length / 2))).toEqual(refusedAs('damaged'))
  })
})

/** A file in the container of old Office documents, with these streams in it. */
function compound(...streams: readonly string[]): Buffer {
  const container = CFB.utils.cfb_new()
  for (const stream of streams) CFB.utils.cfb_add(container, stream, Buffer.alloc(100, 'x'))
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Uint8Array)
}
