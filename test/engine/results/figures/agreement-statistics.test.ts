import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agreementA,
  interval,
  kendallW,
  krippendorffAlpha,
  nominal,
  ordinal,
} from '../../../../engine/results/figures/agreement-statistics.ts'
import { alphaByPairs, wByVariances } from '../plain-agreement.ts'
import { countsOf, someAnswers } from './answers.ts'

const LENGTHS = [3, 4, 5, 6, 7, 9, 10]

describe('van der Eijk’s agreement A', () => {
  it.each(LENGTHS)(
    'is 1 for one voice, 0 for an even spread, -1 for two poles (%i levels)',
    length => {
      expect(agreementA(countsOf([2, 2, 2], length))).toBe(1)
      expect(agreementA(new Array<number>(length).fill(7))).toBe(0)
      expect(agreementA(countsOf([1, 1, length, length], length))).toBeCloseTo(-1, 12)
    },
  )

  it('equals the pattern formula worked by hand', () => {
    // Layers of 3, 5, 7, 9 over five levels: 3 x 11111 (A 0), 1 x 01111, 2 x 00111, 1 x 00011.
    const counts = [3, 4, 6, 7, 7]
    const layers = [5 * 3 * 0, 4 * 1 * 0.25, 3 * 2 * 0.5, 2 * 1 * 0.75]
    expect(agreementA(counts)).toBeCloseTo(layers.reduce((sum, layer) => sum + layer, 0) / 27, 12)
  })

  it('stays between -1 and 1, and is the same with the scale turned round or everyone twice', () => {
    fc.assert(
      fc.property(someAnswers(), ({ counts }) => {
        const agreement = agreementA(counts) ?? Number.NaN
        expect(agreement).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(agreement).toBeLessThanOrEqual(1 + 1e-12)
        expect(agreementA(counts.toReversed())).toBeCloseTo(agreement, 12)
        expect(agreementA(counts.map(count => 2 * count))).toBeCloseTo(agreement, 12)
      }),
    )
  })

  it('does not exist for no answers', () => {
    expect(agreementA(countsOf([], 5))).toBeNull()
  })
})

const LEVELS = 5
const METRICS = { nominal, ordinal, interval }

/** One list of answers for each unit. */
const someUnits = fc.array(
  fc.array(fc.integer({ min: 1, max: LEVELS }), { minLength: 0, maxLength: 8 }),
  { minLength: 1, maxLength: 8 },
)

const alphaOf = (units: readonly (readonly number[])[], metric: keyof typeof METRICS) =>
  krippendorffAlpha(
    units.map(answers => countsOf(answers, LEVELS)),
    METRICS[metric],
  )

describe.each(['nominal', 'ordinal', 'interval'] as const)('Krippendorff’s alpha, %s', metric => {
  it('equals the sums over every pair of answers', () => {
    fc.assert(
      fc.property(someUnits, units => {
        const wanted = alphaByPairs(units, metric)
        if (wanted === null) expect(alphaOf(units, metric)).toBeNull()
        else expect(alphaOf(units, metric)).toBeCloseTo(wanted, 10)
      }),
    )
  })

  it('is 1 where all agree on each unit, and never above', () => {
    expect(
      alphaOf(
        [
          [1, 1, 1],
          [4, 4],
          [5, 5, 5],
        ],
        metric,
      ),
    ).toBe(1)
    fc.assert(
      fc.property(someUnits, units => {
        expect(alphaOf(units, metric) ?? 1).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  it('does not change with a unit that one person or nobody answered', () => {
    fc.assert(
      fc.property(someUnits, fc.integer({ min: 1, max: LEVELS }), (units, answer) => {
        expect(alphaOf([...units, [answer], []], metric)).toBe(alphaOf(units, metric))
      }),
    )
  })

  it('does not exist without pairs, nor where every answer is the same', () => {
    expect(alphaOf([], metric)).toBeNull()
    expect(alphaOf([[3], [4]], metric)).toBeNull()
    expect(
      alphaOf(
        [
          [3, 3],
          [3, 3],
        ],
        metric,
      ),
    ).toBeNull()
  })
})

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
