import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { forkReader } from '../../../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../../../engine/files/spreadsheet/read-spreadsheet.ts'
import { DEFAULT_LIMITS } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { makeXlsx, rawCell } from '../make-zip.ts'
import { read, watchedReaders } from './readers.ts'

const MEGABYTE = 1024 * 1024

describe('a file made to hurt', () => {
  it('is refused from its list of contents when it would unpack to more than allowed', async () => {
    const bomb = makeXlsx({ rows: `<row r="1">${rawCell('A1', 'A'.repeat(110 * MEGABYTE))}</row>` })
    expect(bomb.length).toBeLessThan(MEGABYTE)
    expect(await read(bomb)).toMatchObject({
      code: 'too-large',
      over: { limit: 'unpacked', most: 60_000_000 },
    })
  })

  it('kills the reader, not the engine, when parsing takes more memory than allowed', async () => {
    const entities = '&amp;'.repeat(11 * MEGABYTE)
    const bomb = makeXlsx({ rows: `<row r="1">${rawCell('A1', entities)}</row>` })
    expect(await read(bomb, { memoryBytes: 300_000_000 })).toEqual({
      kind: 'refused',
      code: 'too-large',
      over: { limit: 'memory', most: 300_000_000 },
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
    expect(reading).toEqual({
      kind: 'refused',
      code: 'too-slow',
      over: { limit: 'milliseconds', most: 900 },
    })
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
    const crowded = makeXlsx({ rows: `<row r="1">${rawCell('A1', 'x')}</row>`, extra })
    expect(await read(crowded, { zipEntries: 50 })).toMatchObject({
      code: 'too-large',
      over: { limit: 'parts', most: 50 },
    })
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
    expect(await read(bytes, { memoryBytes: 250_000_000 })).toMatchObject({
      code: 'too-large',
      over: { limit: expect.stringMatching(/^(cells|rows)$/) },
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

  it('is refused when one long text is shown in very many cells', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>0</v></c></row>`,
    ).join('')
    const amplifier = makeXlsx({ rows, sharedStrings: `<si><t>${'A'.repeat(30_000)}</t></si>` })
    expect(await read(amplifier)).toEqual({
      kind: 'refused',
      code: 'too-large',
      over: { limit: 'characters', most: 20_000_000, found: 30_000_000 },
    })
  })

  it.each([
    ['bytes', 20],
    ['rows', 3],
    ['cells', 6],
    ['characters', 10],
  ])(
    'is refused one step beyond the limit on %s, with both numbers, and read at it',
    async (limit, found) => {
      const content = 'ab,cd\n1,2\n\n\n\n\n\n3,444'
      expect(await read(content, { [limit]: found - 1 })).toEqual({
        kind: 'refused',
        code: 'too-large',
        over: { limit, most: found - 1, found },
      })
      expect((await read(content, { [limit]: found })).kind).toBe('sheets')
    },
  )

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
