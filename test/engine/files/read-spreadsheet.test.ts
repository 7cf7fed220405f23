import { writeFileSync } from 'node:fs'
import { Workbook as ExcelWorkbook } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { read as readWorkbook, write } from 'xlsx'
import { forkReader } from '../../../engine/files/fork-reader.ts'
import { readSpreadsheet } from '../../../engine/files/read-spreadsheet.ts'
import type { ReaderProcess, StartReader } from '../../../engine/files/reader.ts'
import { DEFAULT_LIMITS, type SpreadsheetLimits } from '../../../engine/files/spreadsheet.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { makeXlsx, rawCell } from './make-xlsx.ts'

const MEGABYTE = 1024 * 1024

/** Reads what `content` would be as a file, in a real reader process. */
async function read(content: string | Buffer, limits: Partial<SpreadsheetLimits> = {}) {
  using folder = tempFolder()
  const path = folder.file('foreign')
  writeFileSync(path, content)
  return await readSpreadsheet(forkReader(), path, { ...DEFAULT_LIMITS, ...limits })
}

/** A starter that keeps the readers it started, and how each ended. */
function watchedReaders(start: StartReader) {
  const readers: { readonly reader: ReaderProcess; readonly gone: Promise<void> }[] = []
  const startWatched: StartReader = () => {
    const reader = start()
    readers.push({ reader, gone: new Promise(resolve => reader.onExit(resolve)) })
    return reader
  }
  return { readers, startWatched }
}

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
    expect(reading).toEqual({ kind: 'refused', code: 'too-slow' })
  })

  it('refuses the file when the reader cannot even be started', async () => {
    const nowhere = forkReader(new URL('./no-such-reader.ts', import.meta.url))
    const reading = await readSpreadsheet(nowhere, 'table.csv')
    expect(reading).toEqual({ kind: 'refused', code: 'reader-failed' })
  })
})

describe('a file made to hurt', () => {
  it('is refused from its list of contents when it would unpack to more than allowed', async () => {
    const bomb = makeXlsx({ rows: `<row r="1">${rawCell('A1', 'A'.repeat(110 * MEGABYTE))}</row>` })
    expect(bomb.length).toBeLessThan(MEGABYTE)
    expect(await read(bomb)).toEqual({ kind: 'refused', code: 'too-large' })
  })

  it('kills the reader, not the engine, when parsing takes more memory than allowed', async () => {
    const entities = '&amp;'.repeat(15 * MEGABYTE)
    const bomb = makeXlsx({ rows: `<row r="1">${rawCell('A1', entities)}</row>` })
    expect(await read(bomb, { memoryBytes: 300_000_000 })).toEqual({
      kind: 'refused',
      code: 'too-large',
    })
  })

  it('cannot keep a reader that is deep in its parser from being killed', async () => {
    using folder = tempFolder()
    const path = folder.file('endless.xlsx')
    writeFileSync(
      path,
      makeXlsx({ rows: '<row spans="1:12" customFormat="1" s="3"/>'.repeat(1_000_000) }),
    )
    const { readers, startWatched } = watchedReaders(forkReader())
    const reading = await readSpreadsheet(startWatched, path, {
      ...DEFAULT_LIMITS,
      milliseconds: 900,
    })
    expect(reading).toEqual({ kind: 'refused', code: 'too-slow' })
    await Promise.all(readers.map(({ gone }) => gone))
  })

  it('is refused when a part is larger than the list of contents says', async () => {
    const liar = makeXlsx({
      rows: `<row r="1">${rawCell('A1', 'A'.repeat(10_000))}</row>`,
      claims: 500,
    })
    expect(await read(liar)).toEqual({ kind: 'refused', code: 'damaged' })
  })

  it('is refused when it has more parts than any spreadsheet', async () => {
    const extra = Array.from({ length: 50 }, (_, n) => ({ name: `junk/${n}`, content: '' }))
    const crowded = makeXlsx({ rows: '', extra })
    expect(await read(crowded, { zipEntries: 50 })).toEqual({ kind: 'refused', code: 'too-large' })
    expect((await read(crowded, { zipEntries: 60 })).kind).toBe('sheets')
  })

  it.each([
    [
      'cells',
      makeXlsx({
        rows: Array.from(
          { length: 600_000 },
          (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`,
        ).join(''),
      }),
    ],
    ['shared texts', makeXlsx({ rows: '', sharedStrings: '<si><t>A</t></si>'.repeat(600_000) })],
    ['records', Buffer.from('code,indicator\n'.repeat(300_000))],
    ['table cells', Buffer.from(`<html><table>${'<tr><td>x</td></tr>'.repeat(600_000)}</table>`)],
  ])('is refused before it is parsed when it has far too many %s', async (_, bytes) => {
    // Parsing any of them takes longer than this, or more memory.
    expect(await read(bytes, { memoryBytes: 250_000_000 })).toEqual({
      kind: 'refused',
      code: 'too-large',
    })
  })

  it('is read when only its used range is large, as after a sheet was once filled far down', async () => {
    const csv = await read(`code,indicator\nA1,One\n${',\n'.repeat(1_000_000)}`)
    const stray = makeXlsx({
      rows: `<row r="1">${rawCell('A1', 'code')}</row>${'<row/>'.repeat(20_000)}<row r="20500"><c r="J20500" s="0"/></row>`,
    })
    expect(csv).toMatchObject({ sheets: [{ rows: [{ number: 1 }, { number: 2 }] }] })
    expect(await read(stray)).toMatchObject({ sheets: [{ rows: [{ number: 1 }] }] })
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

  it('is refused when one long text is shown in very many cells', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>0</v></c></row>`,
    ).join('')
    const amplifier = makeXlsx({ rows, sharedStrings: `<si><t>${'A'.repeat(30_000)}</t></si>` })
    expect(await read(amplifier)).toEqual({ kind: 'refused', code: 'too-large' })
  })

  it.each([
    ['bytes', { bytes: 19 }, { bytes: 20 }],
    ['rows', { rows: 2 }, { rows: 3 }],
    ['cells', { cells: 5 }, { cells: 6 }],
    ['characters', { characters: 9 }, { characters: 10 }],
  ])('is refused one step beyond the limit on %s and read at it', async (_, below, at) => {
    const content = 'ab,cd\n1,2\n\n\n\n\n\n3,444'
    expect(await read(content, below)).toEqual({ kind: 'refused', code: 'too-large' })
    expect((await read(content, at)).kind).toBe('sheets')
  })

  it('cannot make the parser expand or fetch entities', async () => {
    const prologue =
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/hosts">]>'
    const reading = await read(
      makeXlsx({
        prologue,
        rows: `<row r="1">${rawCell('A1', '&b;')}${rawCell('B1', '&x;')}</row>`,
      }),
    )
    expect(reading).toMatchObject({
      sheets: [
        {
          rows: [
            {
              number: 1,
              cells: [
                [1, '&b;'],
                [2, '&x;'],
              ],
            },
          ],
        },
      ],
    })
  })

  it('costs nothing for the empty cells before a far-off one', async () => {
    const reading = await read(
      makeXlsx({ rows: `<row r="1048576">${rawCell('XFD1048576', 'far')}</row>` }),
    )
    expect(reading).toMatchObject({
      sheets: [{ rows: [{ number: 1_048_576, cells: [[16_384, 'far']] }] }],
    })
  })

  it('keeps names that mean something to JavaScript as ordinary text', async () => {
    const reading = await read('__proto__,constructor\ntoString,{}\n')
    expect(reading).toMatchObject({
      sheets: [
        {
          rows: [
            {
              cells: [
                [1, '__proto__'],
                [2, 'constructor'],
              ],
            },
            {
              cells: [
                [1, 'toString'],
                [2, '{}'],
              ],
            },
          ],
        },
      ],
    })
  })
})
