import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLines, textOf } from '../../../../engine/packages/read/read-lines.ts'

const LONGEST = 20

/** The lines of bytes that come in these pieces, or what is wrong with them. */
async function readAll(pieces: readonly Buffer[]): Promise<readonly string[] | string> {
  const whole = Buffer.concat(pieces)
  const promise = {
    sha256: createHash('sha256').update(whole).digest('hex'),
    bytes: whole.length,
    lineLength: LONGEST,
  }
  const lines: string[] = []
  const chunks = (async function* () {
    yield* pieces
  })()
  try {
    await readLines(chunks, promise, line => void lines.push(textOf(line)))
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return lines
}

/** Bytes in two pieces, or in one where there is nowhere to cut. */
const cutAt = (bytes: Buffer, place: number): readonly Buffer[] =>
  [bytes.subarray(0, place), bytes.subarray(place)].filter(({ length }) => length > 0)

it('reads the same lines wherever their bytes are cut, also within a character', async () => {
  const fitting = (text: string): boolean => text.length <= LONGEST && !text.includes('\n')
  const words = fc.string({ unit: 'grapheme', maxLength: 8 }).filter(fitting)
  await fc.assert(
    fc.asyncProperty(fc.array(words), fc.nat(100), async (lines, place) => {
      const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''))
      expect(await readAll(cutAt(bytes, place))).toEqual(lines)
    }),
  )
})

it.each([
  ['its last line does not end', Buffer.from('one\ntwo')],
  ['it is not UTF-8', Buffer.from([0x61, 0xff, 0x0a])],
  ['it is not UTF-8', Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x0a])],
  ['it is not UTF-8', Buffer.from([0x61, 0x0a, 0xc5])],
  ['a line is too long', Buffer.from(`${'a'.repeat(LONGEST + 1)}\n`)],
  ['a line is too long', Buffer.from('a'.repeat(LONGEST * 3 + 1))],
])('says that %s', async (words, bytes) => {
  expect(await readAll([bytes])).toBe(words)
  expect(await readAll(cutAt(bytes, 1))).toBe(words)
})

it('counts a line by its characters', async () => {
  const lines = ['ŵ'.repeat(LONGEST), '–'.repeat(LONGEST)]
  expect(await readAll([Buffer.from(`${lines.join('\n')}\n`)])).toEqual(lines)
})
