import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mean,
  meanAbsoluteDeviation,
  percentile,
  percentileInHundredths,
  shareOfHighest,
  shareOfLowest,
  standardDeviation,
} from '../../../../engine/results/figures/descriptive-statistics.ts'
import { QUANTILE_DEFINITIONS, type QuantileDefinition } from '../../../../shared/model/results.ts'
import { answersOf, countsOf, someAnswers } from './answers.ts'

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

const somePercent = fc.integer({ min: 0, max: 100 })
const someDefinition = fc.constantFrom(...QUANTILE_DEFINITIONS)

/**
 * Each definition as Hyndman and Fan print it, on the sorted answers themselves, with p as a fraction
 * of whole numbers: Q(p) = (1 - g) x[j] + g x[j + 1] for j = floor(np + m), positions from 1.
 */
function quantileOfSorted(
  answers: readonly number[],
  percent: number,
  definition: QuantileDefinition,
): number {
  const sorted = [...answers].sort((a, b) => a - b)
  const n = sorted.length
  const at = (position: number) => sorted[Math.min(Math.max(position, 1), n) - 1] ?? Number.NaN
  const shift = { 'R-7': 100 - percent, 'R-6': percent, 'R-2': 0 }[definition]
  const hundredths = n * percent + shift
  const j = Math.floor(hundredths / 100)
  const g = (hundredths - j * 100) / 100
  if (definition === 'R-2') return g === 0 ? (at(j) + at(j + 1)) / 2 : at(j + 1)
  return (1 - g) * at(j) + g * at(j + 1)
}

describe('a percentile', () => {
  it('equals what R’s quantile(type = 7), the default, prints for textbook answers', () => {
    const answers = countsOf([1, 2, 2, 3, 5])
    expect([0, 25, 50, 75, 100].map(p => percentile(answers, p, 'R-7'))).toEqual([1, 2, 2, 3, 5])
    const four = countsOf([1, 2, 3, 4])
    expect([25, 50, 75].map(p => percentile(four, p, 'R-7'))).toEqual([1.75, 2.5, 3.25])
  })

  it('depends on the definition in small panels', () => {
    const four = countsOf([1, 2, 3, 4])
    expect([25, 50, 75].map(p => percentile(four, p, 'R-6'))).toEqual([1.25, 2.5, 3.75])
    expect([25, 50, 75].map(p => percentile(four, p, 'R-2'))).toEqual([1.5, 2.5, 3.5])
  })

  it('gives the published median and percentiles of a RAND/UCLA panel', () => {
    // Table 1 of BMJ Open 2012, e001431: fifteen ratings on 1 to 9.
    const panel = countsOf([4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9])
    expect([50, 30, 70].map(p => percentile(panel, p, 'R-7'))).toEqual([7, 7, 8])
  })

  it('equals its printed formula on the sorted answers, whatever the answers', () => {
    fc.assert(
      fc.property(someAnswers(), somePercent, someDefinition, (some, percent, definition) => {
        const wanted = quantileOfSorted(some.answers, percent, definition)
        expect(percentile(some.counts, percent, definition)).toBeCloseTo(wanted, 12)
      }),
    )
  })

  it('lies within the answers, and never falls as the percentage rises', () => {
    fc.assert(
      fc.property(
        someAnswers(),
        fc.tuple(somePercent, somePercent),
        someDefinition,
        ({ counts }, percents, definition) => {
          const [low, high] = percents
            .toSorted((a, b) => a - b)
            .map(percent => percentile(counts, percent, definition))
          const sorted = answersOf(counts)
          expect(low).toBeGreaterThanOrEqual(sorted[0] ?? 0)
          expect(high).toBeLessThanOrEqual(sorted.at(-1) ?? 0)
          expect(low).toBeLessThanOrEqual(high ?? 0)
        },
      ),
    )
  })

  it('mirrors when the scale is turned round', () => {
    fc.assert(
      fc.property(someAnswers(), somePercent, someDefinition, (some, percent, definition) => {
        const turned = some.counts.toReversed()
        const mirrored = percentileInHundredths(turned, 100 - percent, definition) ?? 0
        expect(percentileInHundredths(some.counts, percent, definition)).toBe(
          (some.levels + 1) * 100 - mirrored,
        )
      }),
    )
  })

  it('does not exist for no answers', () => {
    for (const definition of QUANTILE_DEFINITIONS) {
      expect(percentile(countsOf([]), 50, definition)).toBeNull()
    }
  })
})
