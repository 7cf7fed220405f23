import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kendallW } from '../../../engine/results/kendall.ts'
import { wByVariances } from './plain-agreement.ts'

/** Some people's answers to the same few things. */
const someRows = fc.integer({ min: 2, max: 8 }).chain(things =>
  fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: things, maxLength: things }), {
    minLength: 2,
    maxLength: 8,
  }),
)

describe('Kendall’s W', () => {
  it('equals the share of the variance of ranks that lies between the things', () => {
    fc.assert(
      fc.property(someRows, rows => {
        const wanted = wByVariances(rows)
        if (wanted === null) expect(kendallW(rows)).toBeNull()
        else expect(kendallW(rows)).toBeCloseTo(wanted, 10)
      }),
    )
  })

  it('is 1 for one order, 0 for opposite ones, and between them otherwise', () => {
    expect(
      kendallW([
        [1, 2, 2, 5],
        [2, 7, 7, 9],
      ]),
    ).toBeCloseTo(1, 12)
    expect(
      kendallW([
        [1, 2, 3],
        [3, 2, 1],
      ]),
    ).toBe(0)
    fc.assert(
      fc.property(someRows, rows => {
        const w = kendallW(rows) ?? 0
        expect(w).toBeGreaterThanOrEqual(0)
        expect(w).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('depends on nobody’s place in the list, and on the order that each gave alone', () => {
    fc.assert(
      fc.property(someRows, rows => {
        const wanted = kendallW(rows)
        const turned = rows.toReversed().map(row => row.toReversed().map(answer => 10 * answer + 3))
        if (wanted === null) expect(kendallW(turned)).toBeNull()
        else expect(kendallW(turned)).toBeCloseTo(wanted, 12)
      }),
    )
  })

  it('does not exist for one person, for one thing, or where nobody put anything first', () => {
    expect(kendallW([])).toBeNull()
    expect(kendallW([[1, 2, 3]])).toBeNull()
    expect(kendallW([[1], [2]])).toBeNull()
    expect(
      kendallW([
        [2, 2],
        [5, 5],
      ]),
    ).toBeNull()
  })
})
