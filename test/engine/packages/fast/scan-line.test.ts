import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineScanner } from '../../../../engine/packages/fast/scan-line.ts'
import { suggestionRecordKind } from '../../../../engine/packages/format/kinds/discussion.ts'
import { ratingKind } from '../../../../engine/packages/format/kinds/ratings.ts'
import { deviceKind } from '../../../../engine/packages/format/kinds/study.ts'
import type { RecordKind } from '../../../../engine/packages/format/record-kind.ts'
import { kindReader } from '../../../../engine/packages/read/kind-reader.ts'
import { BadRecord } from '../../../../engine/packages/read/parse-record.ts'

const id = fc.uuid()
const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map(date => date.toISOString())
const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const framework = fc.constantFrom('a'.repeat(64), 'b'.repeat(64))

const rating = fc
  .record({
    id,
    participant: id,
    framework,
    indicator: id,
    criterion: fc.constantFrom('usefulness', 'usability'),
    round: fc.integer({ min: 1, max: 3 }),
    level: fc.option(fc.integer({ min: 1, max: 5 })),
    comment: words,
    wording: fc.constantFrom('title', 'plain'),
    entry: fc.constantFrom('screen', 'file'),
    recordedAt: moment,
    device: id,
  })
  .map(({ id, participant, framework, indicator, criterion, round, level, ...rest }) => ({
    kind: 'rating',
    id,
    participant,
    framework,
    indicator,
    criterion,
    round,
    answer: level === null ? 'dont_know' : 'level',
    level,
    ...rest,
  }))

const suggestion = fc.record({
  kind: fc.constant('suggestion'),
  id,
  participant: id,
  proposes: fc.constant('missing'),
  framework,
  indicator: fc.constant(null),
  round: fc.integer({ min: 1, max: 3 }),
  text: words,
  recordedAt: moment,
  device: id,
})

/** The outcome of reading lines: what is sent on and hashed, or the field and line that do not fit. */
function readAll(kind: RecordKind, lines: readonly string[], mayScan: boolean): unknown {
  const reader = kindReader(kind, 5, 16)
  let scanned = 0
  for (const [index, line] of lines.entries()) {
    try {
      if (mayScan && reader.addLine(line)) scanned += 1
      else reader.add(JSON.parse(line))
    } catch (error) {
      if (error instanceof BadRecord) return { line: index, field: error.field }
      if (error instanceof SyntaxError) return { line: index, field: 'no JSON' }
      throw error
    }
  }
  return { scanned, rows: reader.take(0), contents: reader.contents() }
}

const byId = (lines: readonly { readonly id: string }[]): readonly string[] =>
  lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(line => JSON.stringify(line))

describe('a line that is known by how it looks', () => {
  for (const [kind, record] of [
    [ratingKind, rating],
    [suggestionRecordKind, suggestion],
  ] as const) {
    it(`says the same as its JSON, for a ${kind.name}`, () => {
      fc.assert(
        fc.property(
          fc.uniqueArray<{ readonly id: string }, string>(record, {
            minLength: 1,
            maxLength: 12,
            selector: one => one.id,
          }),
          records => {
            const lines = byId(records)
            const asJson = readAll(kind, lines, false)
            expect(readAll(kind, lines, true)).toMatchObject({
              ...(asJson as object),
              scanned: expect.anything(),
            })
          },
        ),
      )
    })

    it(`is no more than its JSON however it was changed, for a ${kind.name}`, () => {
      const pieces = fc.constantFrom(
        '"',
        '\\',
        ',',
        '}',
        ' ',
        'null',
        '1.0',
        '-0',
        '\t',
        '\\u0041',
        ',"x":1',
        '',
      )
      fc.assert(
        fc.property(record, fc.nat(), fc.nat(3), pieces, (one, place, length, piece) => {
          const line = JSON.stringify(one)
          const at = place % line.length
          const changed = line.slice(0, at) + piece + line.slice(at + length)
          const { scanned: _, ...asJson } = Object(readAll(kind, [changed], false))
          const { scanned: __, ...asLine } = Object(readAll(kind, [changed], true))
          expect(asLine).toEqual(asJson)
        }),
        { numRuns: 2_000 },
      )
    })
  }

  it('is every line of plain words, and none that has to be read as JSON', () => {
    const scan = lineScanner(suggestionRecordKind)
    const line = (text: string) =>
      JSON.stringify({ ...fc.sample(suggestion, { numRuns: 1, seed: 1 })[0], text })
    expect(scan?.(line('Say “my worker”, not – “SW” – 🙂.'))).toContain(
      'Say “my worker”, not – “SW” – 🙂.',
    )
    for (const odd of ['two\nlines', '"quoted"', 'back\\slash'])
      expect(scan?.(line(odd))).toBeUndefined()
    expect(scan?.(line('x').replace('"text":', '"text": '))).toBeUndefined()
    expect(scan?.(line('x').replace('}', ',"later":1}'))).toBeUndefined()
  })

  it('is not looked for in kinds of which a package has few', () => {
    expect(lineScanner(deviceKind)).toBeUndefined()
  })
})

it('has fewer records cross at once where they have long texts, so that no memory is filled', () => {
  const takenAfter = (text: string): number => {
    const reader = kindReader(suggestionRecordKind, 5, 16)
    const [sample] = fc.sample(suggestion, { numRuns: 1, seed: 1 })
    let count = 0
    while (!reader.isFull()) {
      count += 1
      const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
      reader.addLine(JSON.stringify({ ...sample, id, text }))
    }
    return count
  }
  expect(takenAfter('short')).toBe(2_000)
  expect(takenAfter('ж'.repeat(3_900))).toBeLessThan(500)
})
