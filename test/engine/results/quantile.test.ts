import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean, standardDeviation } from '../../../engine/results/moments.ts'
import { type Counts, quantile } from '../../../engine/results/quantile.ts'

const LEVELS = 9
const countsOf = (answers: readonly number[]): Counts =>
  Array.from(
    { length: LEVELS },
    (_, index) => answers.filter(answer => answer === index + 1).length,
  )

const someAnswers = fc.array(fc.integer({ min: 1, max: LEVELS }), { minLength: 1, maxLength: 60 })

/** Definition R-7 as its formula is printed, on the sorted answers themselves. */
function quantileOfSorted(answers: readonly number[], probability: number): number {
  const sorted = [...answers].sort((a, b) => a - b)
  const h = (sorted.length - 1) * probability
  const [lower, upper] = [sorted[Math.floor(h)] ?? Number.NaN, sorted[Math.ceil(h)] ?? Number.NaN]
  return lower + (h - Math.floor(h)) * (upper - lower)
}

describe('a quantile by R-7', () => {
  it('equals what R’s quantile(type = 7) prints for textbook answers', () => {
    const counts = countsOf([1, 2, 2, 3, 5])
    expect([0, 0.25, 0.5, 0.75, 1].map(p => quantile(counts, p))).toEqual([1, 2, 2, 3, 5])
    expect(quantile(countsOf([1, 2, 3, 4]), 0.25)).toBe(1.75)
    expect(quantile(countsOf([1, 2, 3, 4]), 0.5)).toBe(2.5)
    expect(quantile(countsOf([1, 2, 3, 4]), 0.75)).toBe(3.25)
  })

  it('gives the published median and percentiles of a RAND/UCLA panel', () => {
    // Table 1 of BMJ Open 2012, e001431: fifteen ratings on 1 to 9.
    const panel = countsOf([4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9])
    expect(quantile(panel, 0.5)).toBe(7)
    expect(quantile(panel, 0.3)).toBe(7)
    expect(quantile(panel, 0.7)).toBe(8)
  })

  it('equals the formula on the sorted answers, whatever the answers and the probability', () => {
    fc.assert(
      fc.property(
        someAnswers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (answers, probability) => {
          expect(quantile(countsOf(answers), probability)).toBeCloseTo(
            quantileOfSorted(answers, probability),
            12,
          )
        },
      ),
    )
  })

  it('does not exist for no answers', () => {
    expect(quantile(countsOf([]), 0.5)).toBeNull()
  })
})

describe('the mean and the standard deviation', () => {
  it('equal the sums over the answers themselves', () => {
    fc.assert(
      fc.property(someAnswers, answers => {
        const centre = answers.reduce((sum, answer) => sum + answer, 0) / answers.length
        const squares = answers.map(answer => (answer - centre) ** 2)
        const variance = squares.reduce((sum, square) => sum + square, 0) / (answers.length - 1)
        expect(mean(countsOf(answers))).toBeCloseTo(centre, 12)
        const sd = standardDeviation(countsOf(answers))
        if (answers.length < 2) expect(sd).toBeNull()
        else expect(sd).toBeCloseTo(Math.sqrt(variance), 12)
      }),
    )
  })

  it('do not exist for no answers, nor a spread for one', () => {
    expect(mean(countsOf([]))).toBeNull()
    expect(standardDeviation(countsOf([4]))).toBeNull()
  })
})
