import { randomBytes } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { palettePng } from '../../../../../engine/files/pictures/palette-png.ts'
import { parseSpreadsheet } from '../../../../../engine/files/spreadsheet/parse-spreadsheet.ts'
import { DEFAULT_LIMITS } from '../../../../../engine/files/spreadsheet/spreadsheet.ts'
import type {
  CellValue,
  PicturesSheet,
  SpreadsheetContent,
} from '../../../../../engine/files/write/sheets.ts'
import { writeXlsx } from '../../../../../engine/files/write/xlsx/write-xlsx.ts'
import { unzip } from '../../../../helpers/programs.ts'
import { tempFolder } from '../../../../helpers/temp-folder.ts'

const contentOf = (rows: Iterable<readonly CellValue[]>): SpreadsheetContent => ({
  title: 'A title & more',
  program: 'Framework Workbook 0.0.0-test',
  moment: '2026-03-09T14:02:11.123Z',
  sheets: [
    { kind: 'notes', name: 'Read me', title: 'Title', notes: [{ label: 'Part', text: '' }] },
    {
      kind: 'table',
      name: 'Table',
      columns: [
        { name: 'text', width: 20, wraps: true },
        { name: 'mean', width: 10, format: 'figure' },
        { name: 'share', width: 10, format: 'share' },
      ],
      rows,
    },
  ],
})

/** Writes rows and reads the file back with another reader than the program's. */
async function writtenAndRead(rows: Iterable<readonly CellValue[]>): Promise<ExcelJS.Workbook> {
  using folder = tempFolder()
  const out = createWriteStream(folder.file('out.xlsx'))
  await writeXlsx(out, contentOf(rows))
  return await new ExcelJS.Workbook().xlsx.readFile(folder.file('out.xlsx'))
}

/** Members of the library that its types leave out. */
interface FormattedSheet {
  readonly conditionalFormattings?: readonly {
    readonly ref: string
    readonly rules: readonly { readonly type: string }[]
  }[]
}

const textsOf = (workbook: ExcelJS.Workbook): readonly unknown[] => {
  const rows = workbook.getWorksheet('Table')?.getRows(2, 1000) ?? []
  return rows.map(row => row.getCell(1).text)
}

describe('writeXlsx', () => {
  it('prints a wide table over pages side by side that repeat what says which row it is, in order', async () => {
    using folder = tempFolder()
    const wide = Array.from({ length: 20 }, (_, at) => ({ name: `figure ${at}`, width: 15 }))
    const columns = [{ name: 'code', width: 12, isKey: true }, ...wide]
    const content: SpreadsheetContent = {
      ...contentOf([]),
      sheets: [
        { kind: 'table', name: 'Wide', columns, rows: [] },
        { kind: 'table', name: 'Without', columns: wide, rows: [] },
      ],
    }
    await writeXlsx(createWriteStream(folder.file('out.xlsx')), content)
    const parts = await unzip(readFileSync(folder.file('out.xlsx')))
    const part = (name: string) => String(parts.get(`xl/${name}.xml`))
    expect(part('workbook')).toContain(">'Wide'!$A:$A,'Wide'!$1:$1<")
    expect(part('workbook')).toContain(">'Without'!$1:$1<")
    expect(part('worksheets/sheet1')).toContain('scale="70" pageOrder="overThenDown"')
    expect(part('worksheets/sheet2')).toContain('fitToWidth="1"')
  })

  it('keeps every text to the character, whatever a spreadsheet would make of it', async () => {
    const texts = [
      '=1+1',
      'one\r\ntwo\nthree\rfour',
      ' space around ',
      '_x0041_ and _x000D_',
      '&amp; & <b>',
      'bell \u0007 and \u007f',
      '😀 ‮ right to left',
      '0123',
    ]
    const workbook = await writtenAndRead(texts.map(text => [text]))
    expect(textsOf(workbook).slice(0, texts.length)).toEqual(texts)
  })

  it('is read by the program itself as it was written, line breaks aside', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter(value => /\S/.test(value))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async texts => {
        using folder = tempFolder()
        const file = folder.file('out.xlsx')
        await writeXlsx(createWriteStream(file), contentOf(texts.map(value => [value])))
        const reading = await parseSpreadsheet(file, DEFAULT_LIMITS)
        const table = reading.kind === 'sheets' ? reading.sheets[1] : undefined
        const read = table?.rows.slice(1).map(({ cells }) => cells[0]?.[1])
        expect(read).toEqual(texts.map(value => value.replaceAll('\r\n', '\n')))
      }),
      { numRuns: 40 },
    )
  })

  it('freezes, filters and repeats the headings, and shows means and shares as such', async () => {
    const workbook = await writtenAndRead([
      ['a', 2.345, 0.5],
      ['b', null, null],
    ])
    const sheet = workbook.getWorksheet('Table')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBe('A1:C3')
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    })
    expect(sheet?.getCell('A1').font).toMatchObject({ bold: true })
    expect(sheet?.getCell('A2').alignment).toMatchObject({ wrapText: true })
    expect(sheet?.getCell('B2')).toMatchObject({ value: 2.345, numFmt: '0.00' })
    expect(sheet?.getCell('C2')).toMatchObject({ value: 0.5, numFmt: '0%' })
    expect(sheet?.getCell('B3').value).toBeNull()
  })

  it('goes on over further sheets where a table has more rows than a sheet can have', async () => {
    using folder = tempFolder()
    const rows = Array.from({ length: 7 }, (_, index) => [`row ${index}`, index, null])
    await writeXlsx(createWriteStream(folder.file('out.xlsx')), contentOf(rows), 3)
    const workbook = await new ExcelJS.Workbook().xlsx.readFile(folder.file('out.xlsx'))
    const names = ['Table', 'Table (2)', 'Table (3)']
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Read me', ...names])
    const texts = names.map(name => {
      const sheet = workbook.getWorksheet(name)
      expect(sheet?.getCell('A1').text).toBe('text')
      return (sheet?.getRows(2, 3) ?? []).map(row => row.getCell(1).text)
    })
    expect(texts.flat().filter(text => text !== '')).toEqual(rows.map(([text]) => text))
    expect(workbook.getWorksheet('Table (3)')?.autoFilter).toBe('A1:C2')
  })

  it('shows the size of numbers by formats that follow the cell', async () => {
    using folder = tempFolder()
    const content = contentOf([])
    const columns = [
      { name: 'share', width: 9, look: { kind: 'bar', from: 0, to: 1 } },
      { name: 'mean', width: 9, look: { kind: 'colours', from: 1, to: 5 } },
    ] as const
    const table = {
      kind: 'table',
      name: 'Table',
      columns,
      rows: [
        [0.5, 3],
        [1, 5],
      ],
    } as const
    await writeXlsx(createWriteStream(folder.file('out.xlsx')), { ...content, sheets: [table] })
    const workbook = await new ExcelJS.Workbook().xlsx.readFile(folder.file('out.xlsx'))
    const sheet = workbook.getWorksheet('Table') as (ExcelJS.Worksheet & FormattedSheet) | undefined
    const formats = sheet?.conditionalFormattings ?? []
    expect(formats.map(({ ref, rules }) => [ref, rules[0]?.type])).toEqual([
      ['A2:A3', 'dataBar'],
      ['B2:B3', 'colorScale'],
    ])
  })

  it('says in its properties what it is, and dates it by its content', async () => {
    const workbook = await writtenAndRead([['a', 1, 1]])
    expect(workbook.title).toBe('A title & more')
    expect(workbook.creator).toBe('Framework Workbook 0.0.0-test')
    expect(workbook.created.toISOString()).toBe('2026-03-09T14:02:11.000Z')
  })

  it('takes rows only as fast as the disk takes the file', async () => {
    const disk = slowDisk()
    const ahead: number[] = []
    function* rows(): Generator<readonly CellValue[]> {
      for (let row = 0; row < 40_000; row++) {
        ahead.push(row * ROW_BYTES - disk.taken())
        yield [randomBytes(ROW_BYTES).toString('base64')]
      }
    }
    await writeXlsx(disk.out, contentOf(rows()))
    expect(disk.taken()).toBeGreaterThan(40_000 * ROW_BYTES)
    expect(Math.max(...ahead)).toBeLessThan(4_000_000)
  })
})

/** Random bytes cannot be packed; their base64 can, but not to less than they were. */
const ROW_BYTES = 450

/** A disk that takes one piece in each turn of the event loop, and tells how many bytes it took. */
function slowDisk() {
  const taken = { bytes: 0 }
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      taken.bytes += chunk.length
      setImmediate(done)
    },
  })
  return { out, taken: () => taken.bytes }
}

describe('a sheet of pictures', () => {
  it('has them one below the other, each with words for people who do not see it', async () => {
    using folder = tempFolder()
    const file = folder.file('out.xlsx')
    const png = palettePng({ width: 1, height: 1, rgba: Uint8Array.of(1, 2, 3, 255) })
    const picture = (name: string) => async () => ({
      name,
      words: `${name} <says> "this" & that`,
      png,
      width: 300,
      height: 200,
    })
    const sheet: PicturesSheet = {
      kind: 'pictures',
      name: 'Charts',
      title: 'Charts',
      lead: 'Read these.',
      pictures: [picture('First'), picture('Second')],
    }
    const content = contentOf([['text']])
    await writeXlsx(createWriteStream(file), { ...content, sheets: [...content.sheets, sheet] })
    const workbook = await new ExcelJS.Workbook().xlsx.readFile(file)
    const charts = workbook.getWorksheet('Charts')
    const [first, second] = charts?.getImages() ?? []
    expect(workbook.getImage(Number(first?.imageId)).buffer).toEqual(png)
    expect(first?.range).toMatchObject({ ext: { width: 300, height: 200 } })
    const places = [first, second].map(one => one?.range.tl.nativeRow ?? 0)
    expect(((places[1] ?? 0) - (places[0] ?? 0)) * 20).toBeGreaterThan(200)
    expect(charts?.getCell(places[1] ?? 0, 1).text).toBe('Second')
    const parts = await unzip(readFileSync(file))
    const drawing = String(parts.get('xl/drawings/drawing3.xml'))
    expect(drawing).toContain('descr="First &lt;says&gt; &quot;this&quot; &amp; that"')
    expect(String(parts.get('[Content_Types].xml'))).toContain('/xl/drawings/drawing3.xml')
  })
})

describe('a row', () => {
  it('is as high as the text that is broken into lines in it', async () => {
    const workbook = await writtenAndRead([['short'], ['word '.repeat(20)]])
    const rows = workbook.getWorksheet('Table')?.getRows(2, 2) ?? []
    const [one, other] = rows.map(({ height }) => height)
    expect(one).toBeUndefined()
    expect(other).toBeGreaterThanOrEqual(5 * 15)
  })
})
