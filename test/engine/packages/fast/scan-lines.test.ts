import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineWriter, parseJson } from '../../../../engine/packages/format/canonical-line.ts'
import { commentKind, ratingKind } from '../../../../engine/packages/format/kinds/ratings.ts'
import type { RecordKind, Stored } from '../../../../engine/packages/format/record-kind.ts'
import { type KindReader, kindReader } from '../../../../engine/packages/read/kind-reader.ts'
import { BadRecord } from '../../../../engine/packages/read/parse-record.ts'
import { type Line, linesOf, textOf } from '../../../../engine/packages/read/read-lines.ts'

const [SCALE, DEPTH] = [5, 4]

const uuid = (number: number): string =>
  `01a22bfd-4d8c-7677-8d02-${number.toString(16).padStart(12, '0')}`
type Values = readonly Stored[]

/** One of these values, and now and then one that does not fit. */
const mostly = (fitting: Values, wrong: Values) =>
  fc.oneof(
    { weight: 100, arbitrary: fc.constantFrom(...fitting) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  )

const WORDS = [
  '',
  'Plan ahead.',
  'ŵ – “plan”',
  'a "b"',
  'a\\b',
  'a\nb',
  'a\u0080b',
  ',"wording":"title"',
]

/** The values of a record but for its id, which comes from its place among others. */
const values = fc.record({
  participant: mostly([uuid(1), uuid(2)], ['']),
  framework: mostly(['a'.repeat(64), 'b'.repeat(64)], ['a']),
  indicator: mostly([uuid(100), uuid(101), uuid(102)], [uuid(171).toUpperCase()]),
  criterion: mostly(['usefulness', 'usability'], ['use']),
  round: mostly([1, 1, 2], [0, 1.5, -1]),
  answer: mostly(['level'], ['dont_know']),
  level: mostly([1, 4, 5], [null, 6, 1e3, '4']),
  comment: mostly([null, ...WORDS], ['a'.repeat(4_001)]),
  text: mostly(WORDS, ['a'.repeat(4_001)]),
  wording: mostly(['title', 'plain'], ['Title']),
  entry: mostly(['screen', 'file'], [1]),
  recordedAt: mostly(['2026-03-09T10:25:50.476Z', '2026-03-09T10:25:50.477Z'], ['2026-03-09']),
  device: mostly([uuid(200)], [null]),
})

/** Other ways to write a line, right or wrong. */
const ways: readonly ((line: string) => string)[] = [
  ...Array.from({ length: 60 }, () => (line: string) => line),
  line => line.replace('":', '": '),
  line => line.replace('"round":1', '"round":1.0'),
  line => line.replace('"round":1', '"round":01'),
  line => line.replace('title', '\\u0074itle'),
  line => line.replace('}', ',"mood":"fine"}'),
  line => line.replace('"level":', '"level":1,"level":'),
  line => line.replace(/^\{("kind":"\w+"),("id":"[^"]*")/, '{$2,$1'),
  line => line.replace('"entry":"screen"', '"entry":"screen'),
  line => line.replace(',"round"', ';"round"'),
  line => line.replace('"wording"', '"Wording"'),
  line => `${line} `,
  line => `${line}}`,
  line => line.slice(0, -1),
  line => line.slice(0, 200),
]

const lines = (kind: RecordKind) =>
  fc
    .array(fc.tuple(values, fc.constantFrom(...ways)), { minLength: 1, maxLength: 12 })
    .map(all =>
      all.map(([record, way], place) => way(canonicalLine(kind, { ...record, id: uuid(place) }))),
    )

function canonicalLine(kind: RecordKind, record: Readonly<Record<string, Stored>>): string {
  const stored = Object.keys(kind.fields).map(name => record[name] ?? null)
  return lineWriter(kind)(stored, null)
}

type Add = (reader: KindReader, line: Line) => void

const addContent: Add = (reader, line) => {
  const content = parseJson(textOf(line))
  if (content === null || typeof content !== 'object') throw new BadRecord()
  reader.add(reader.parse(content as Record<string, unknown>))
}

/** The lines as a part has them, in one piece or in several. */
const asLines = (pieces: readonly (readonly string[])[]): readonly Line[] =>
  pieces.flatMap(lines => [
    ...linesOf(Buffer.from(lines.map(line => `${line}\n`).join('')), { lineLength: 10_000 }),
  ])

/** The rows and digests that a reader makes of lines, or the place and the field of the first that does not fit. */
function readAll(kind: RecordKind, all: readonly Line[], add: Add) {
  const reader = kindReader(kind, SCALE, DEPTH)
  for (const [place, line] of all.entries()) {
    try {
      add(reader, line)
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      return { place, field: error.field }
    }
  }
  return { rows: reader.take(0), contents: reader.contents() }
}

it.each([ratingKind, commentKind])(
  'takes a line of a $name as it is only where reading it as JSON comes to the same',
  kind => {
    let taken = 0
    const addLine: Add = (reader, line) => {
      if (reader.addLine(line)) taken += 1
      else addContent(reader, line)
    }
    fc.assert(
      fc.property(lines(kind), fc.nat(12), (written, cut) => {
        const all = asLines([written.slice(0, cut), written.slice(cut)])
        expect(readAll(kind, all, addLine)).toEqual(readAll(kind, all, addContent))
      }),
      { numRuns: 200 },
    )
    expect(taken).toBeGreaterThan(100)
  },
)

it('takes the lines that this program writes, but those with an escape in them', () => {
  const record = {
    ...{ participant: uuid(1), framework: 'a'.repeat(64), indicator: uuid(2), wording: 'title' },
    ...{ criterion: 'usability', round: 1, answer: 'level', level: 4, entry: 'screen' },
    ...{ recordedAt: '2026-03-09T10:25:50.476Z', device: uuid(3) },
  }
  const reader = kindReader(ratingKind, SCALE, DEPTH)
  const lines = ['', 'Plan ahead.', 'ŵ – “plan”', 'a "b"', 'a\nb'].map((comment, place) =>
    canonicalLine(ratingKind, { ...record, comment, id: uuid(place) }),
  )
  const taken = asLines([lines]).map(line => reader.addLine(line))
  expect(taken).toEqual([true, true, true, false, false])
})
