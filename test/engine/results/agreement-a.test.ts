import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementA } from '../../../engine/results/agreement-a.ts'
import { countsOf, someAnswers } from './answers.ts'

const LENGTHS = [3, 4, 5, 9]

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
