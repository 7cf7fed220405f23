import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mean,
  meanAbsoluteDeviation,
  shareOfHighest,
  shareOfLowest,
  standardDeviation,
} from '../../../engine/results/moments.ts'
import { countsOf, someAnswers } from './answers.ts'

describe('the mean, the standard deviation and the deviation from the median', () => {
  it('equal the sums over the answers themselves', () => {
    fc.assert(
      fc.property(someAnswers(), ({ answers, counts }) => {
        const n = answers.length
        const sum = (figure: (answer: number) => number) =>
          answers.reduce((all, answer) => all + figure(answer), 0)
        const centre = sum(answer => answer) / n
        expect(mean(counts)).toBeCloseTo(centre, 12)
        const sd = standardDeviation(counts)
        if (n < 2) expect(sd).toBeNull()
        else expect(sd).toBeCloseTo(Math.sqrt(sum(answer => (answer - centre) ** 2) / (n - 1)), 12)
        const sorted = answers.toSorted((a, b) => a - b)
        const middle = sorted[Math.floor(n / 2)] ?? 0
        expect(meanAbsoluteDeviation(counts)).toBeCloseTo(
          sum(answer => Math.abs(answer - middle)) / n,
          12,
        )
      }),
    )
  })

  it('do not exist for no answers, nor a spread for one', () => {
    expect(mean(countsOf([]))).toBeNull()
    expect(meanAbsoluteDeviation(countsOf([]))).toBeNull()
    expect(standardDeviation(countsOf([4]))).toBeNull()
    expect(meanAbsoluteDeviation(countsOf([4]))).toBe(0)
  })
})

describe('the shares of the highest and the lowest levels', () => {
  it('count the two levels at each end', () => {
    const counts = countsOf([1, 2, 3, 4, 4, 5, 5, 5], 5)
    expect(shareOfHighest(counts, 2)).toBe(5 / 8)
    expect(shareOfLowest(counts, 2)).toBe(2 / 8)
  })

  it('change places when the scale is turned round', () => {
    fc.assert(
      fc.property(someAnswers(), ({ counts }) => {
        expect(shareOfHighest(counts, 2)).toBe(shareOfLowest(counts.toReversed(), 2))
      }),
    )
  })

  it('do not exist for no answers', () => {
    expect(shareOfHighest(countsOf([], 5), 2)).toBeNull()
    expect(shareOfLowest(countsOf([], 5), 2)).toBeNull()
  })
})
