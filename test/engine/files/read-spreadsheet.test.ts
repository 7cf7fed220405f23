import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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
    expect(reading.kind).toBe('refused')
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
      makeXlsx({ rows: '', sharedStrings: '<si><t>A</t></si>'.repeat(4_000_000) }),
    )
    const { readers, startWatched } = watchedReaders(forkReader())
    const reading = await readSpreadsheet(startWatched, path, {
      ...DEFAULT_LIMITS,
      milliseconds: 1_500,
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
