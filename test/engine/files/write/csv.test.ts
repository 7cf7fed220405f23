import { createWriteStream, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralise, writeCsv } from '../../../../engine/files/write/csv.ts'
import type { CellValue } from '../../../../engine/files/write/sheets.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

async function written(rows: readonly (readonly CellValue[])[]): Promise<Buffer> {
  using folder = tempFolder()
  const columns = [
    { name: 'first', width: 10 },
    { name: 'second', width: 10 },
  ]
  await writeCsv(createWriteStream(folder.file('out.csv')), {
    kind: 'table',
    name: 'Table',
    columns,
    rows,
  })
  return readFileSync(folder.file('out.csv'))
}

/** Takes back what `neutralise` did, by the rule that the codebook gives. */
const asTyped = (text: string): string =>
  /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text

describe('writeCsv', () => {
  it('writes UTF-8 with a byte order mark, and lines that end with CR LF', async () => {
    const bytes = await written([['é', 1]])
    expect(bytes).toEqual(Buffer.from('\ufefffirst,second\r\né,1\r\n', 'utf8'))
  })

  it('gives back every text through another reader, and lets none begin like a formula', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^'{0,3}[=+\-@\t\r\n]?.{0,5}$/),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.integer()), { minLength: 1 }), async rows => {
        const records: readonly string[][] = parse(await written(rows), { bom: true })
        const texts = records.slice(1).map(([first = '']) => first)
        expect(texts.filter(found => /^[=+\-@\t\r\n]/.test(found))).toEqual([])
        expect(texts.map(asTyped)).toEqual(rows.map(([typed]) => typed))
      }),
      { numRuns: 60 },
    )
  })

  it('leaves numbers as they are, and null empty', async () => {
    expect(String(await written([[-1.5, null]]))).toContain('-1.5,\r\n')
  })
})

describe('neutralise', () => {
  it('puts one apostrophe before what looks like a formula, and before nothing else', () => {
    expect(neutralise('=1+1')).toBe("'=1+1")
    expect(neutralise("'=1+1")).toBe("''=1+1")
    expect(neutralise("it's 1+1")).toBe("it's 1+1")
    expect(neutralise('')).toBe('')
  })
})
