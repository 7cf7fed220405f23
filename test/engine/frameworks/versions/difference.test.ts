import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceBetween } from '../../../../engine/frameworks/versions/difference.ts'
import { laterIndicatorId } from '../../../../engine/frameworks/versions/hash.ts'
import type { Indicator, IndicatorText } from '../../../../shared/model/framework.ts'
import { indicatorText } from '../../../helpers/sample-workbook.ts'

const indicator = (code: string, more: Partial<IndicatorText> = {}): Indicator => {
  const text = indicatorText(code, more)
  return { ...text, id: laterIndicatorId('', indicatorText(code), 0) }
}

const nothing = { splits: [], earlier: [] }
const [a, b, c] = [indicator('A'), indicator('B'), indicator('C')]

describe('the difference between two versions', () => {
  it('names each text of an indicator that was reworded, old and new', () => {
    const after = [a, { ...b, title: 'Other words', dataType: null }, c]
    const { counts, changes } = differenceBetween({ before: [a, b, c], after, ...nothing })
    expect(counts).toMatchObject({ reworded: 1, unchanged: 2, moved: 0 })
    expect(changes).toMatchObject([
      {
        kind: 'changed',
        indicator: b.id,
        reworded: [
          { field: 'title', before: 'Indicator B', after: 'Other words' },
          { field: 'dataType', before: 'proxy', after: '' },
        ],
      },
    ])
  })

  it('calls one that was put elsewhere one move', () => {
    const { counts, changes } = differenceBetween({
      before: [a, b, c],
      after: [c, a, b],
      ...nothing,
    })
    expect(counts).toMatchObject({ moved: 1, unchanged: 2 })
    expect(changes).toMatchObject([
      { indicator: c.id, moved: { before: { position: 3 }, after: { position: 1 } } },
    ])
  })

  it('calls no neighbour moved when one is added or goes', () => {
    const after = [a, indicator('Z'), c]
    const { counts } = differenceBetween({ before: [a, b, c], after, ...nothing })
    expect(counts).toMatchObject({ added: 1, removed: 1, moved: 0, unchanged: 2 })
  })

  it('calls one in another section moved, and one with another code recoded', () => {
    const after = [
      { ...a, section: ['Elsewhere'] },
      { ...b, code: 'B.1' },
    ]
    const { changes } = differenceBetween({ before: [a, b], after, ...nothing })
    expect(changes).toMatchObject([
      {
        moved: { before: { section: a.section }, after: { section: ['Elsewhere'] } },
        recoded: null,
      },
      { moved: null, recoded: { before: 'B', after: 'B.1' } },
    ])
  })

  it('names the parts of one that was split, and where they come from', () => {
    const parts = [indicator('A.1'), indicator('A.2')]
    const splits = parts.map(({ id }) => ({ indicator: id, origin: a.id }))
    const { counts, changes } = differenceBetween({
      before: [a],
      after: parts,
      splits,
      earlier: [],
    })
    expect(counts).toMatchObject({ split: 1, added: 2, removed: 0 })
    expect(changes).toMatchObject([
      { kind: 'added', splitFrom: 'A' },
      { kind: 'added', splitFrom: 'A' },
      { kind: 'split', code: 'A', into: ['A.1', 'A.2'] },
    ])
  })

  it('knows one again that an earlier version had', () => {
    const { counts } = differenceBetween({ before: [a], after: [a, b], splits: [], earlier: [b] })
    expect(counts).toMatchObject({ restored: 1, added: 0, unchanged: 1 })
  })

  const some = fc
    .uniqueArray(
      fc.record({
        code: fc.integer({ min: 0, max: 30 }),
        title: fc.constantFrom('One', 'Two'),
        section: fc.constantFrom('S', 'T'),
      }),
      { selector: ({ code }) => code, maxLength: 20 },
    )
    .map(list =>
      list.map(({ code, title, section }) => indicator(`${code}`, { title, section: [section] })),
    )

  it('is none between a version and itself', () => {
    fc.assert(
      fc.property(some, version => {
        const { counts, changes } = differenceBetween({
          before: version,
          after: version,
          ...nothing,
        })
        expect(changes).toEqual([])
        expect(counts.unchanged).toBe(version.length)
      }),
    )
  })

  it('accounts for every old and every new indicator exactly once', () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const { counts, changes } = differenceBetween({ before, after, ...nothing })
        const changed = changes.filter(({ kind }) => kind === 'changed').length
        expect(counts.unchanged + changed + counts.added).toBe(after.length)
        expect(counts.unchanged + changed + counts.removed).toBe(before.length)
        const named = changes.map(change => change.indicator)
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  it('says the reverse of the way back', () => {
    fc.assert(
      fc.property(some, some, (before, after) => {
        const there = differenceBetween({ before, after, ...nothing }).counts
        const back = differenceBetween({ before: after, after: before, ...nothing }).counts
        const { added, removed, reworded, recoded } = there
        expect(back).toMatchObject({ added: removed, removed: added, reworded, recoded })
      }),
    )
  })
})
