import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  interval,
  krippendorffAlpha,
  nominal,
  ordinal,
} from '../../../engine/results/krippendorff.ts'
import { countsOf } from './answers.ts'
import { alphaByPairs } from './plain-agreement.ts'

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
