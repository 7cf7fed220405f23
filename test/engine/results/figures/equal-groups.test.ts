import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumCounts } from '../../../../engine/results/figures/descriptive-statistics.ts'
import { weighGroupsEqually } from '../../../../engine/results/figures/equal-groups.ts'
import { summarise } from '../../../../engine/results/figures/summary.ts'
import { QUANTILE_DEFINITIONS } from '../../../../shared/model/results.ts'
import { countsOf } from './answers.ts'

const someAnswers = (people: number) =>
  fc.array(fc.integer({ min: 1, max: 5 }), { minLength: people, maxLength: people })

/** Figures that stay the same when every answer is repeated; the standard deviation of a sample does not. */
const REPEATABLE = [
  ...(['mean', 'median', 'q1', 'q3', 'iqr'] as const),
  ...(['meanAbsoluteDeviation', 'favourable', 'unfavourable', 'agreementA'] as const),
]

describe('figures with groups weighted equally', () => {
  it('count a group of one as much as a group of nine', () => {
    const groups = [countsOf(new Array(9).fill(5), 5), countsOf([1], 5), countsOf([], 5)]
    expect(weighGroupsEqually(groups, 5, 'R-2')).toEqual({
      groups: 2,
      mean: 3,
      median: 3,
      q1: 1,
      q3: 5,
      iqr: 4,
      meanAbsoluteDeviation: 2,
      // Kish's effective size is 2^2 / (1 + 1/9) = 3.6, and 4 / (1 - 1/3.6) = 72/13.
      sd: expect.closeTo(Math.sqrt(72 / 13), 12),
      agreementA: -1,
      favourable: 0.5,
      unfavourable: 0.5,
      shares: { 1: 0.5, 2: 0, 3: 0, 4: 0, 5: 0.5 },
    })
  })

  it.each(QUANTILE_DEFINITIONS)(
    'are the plain figures when the groups are of one size (%s)',
    quantile => {
      fc.assert(
        fc.property(
          fc
            .integer({ min: 1, max: 9 })
            .chain(people => fc.array(someAnswers(people), { minLength: 1, maxLength: 6 })),
          answers => {
            const groups = answers.map(group => countsOf(group, 5))
            const all = sumCounts(groups)
            const plain = summarise(
              { counts: all, dontKnow: 0, notApplicable: 0, asked: 0 },
              quantile,
            )
            const { groups: _, shares: __, ...equal } = weighGroupsEqually(groups, 5, quantile)
            for (const [name, value] of Object.entries(equal)) {
              const wanted = plain[name as keyof typeof equal]
              if (wanted === null) expect(value, name).toBeNull()
              else expect(value, name).toBeCloseTo(wanted, 9)
            }
          },
        ),
      )
    },
  )

  it.each(QUANTILE_DEFINITIONS)(
    'do not depend on how many people a group has, only on what share of them chose what (%s)',
    quantile => {
      fc.assert(
        fc.property(fc.array(someAnswers(4), { minLength: 2, maxLength: 5 }), answers => {
          const groups = answers.map(group => countsOf(group, 5))
          const doubled = groups.map((counts, at) =>
            counts.map(count => (at === 0 ? 2 : 1) * count),
          )
          const [one, other] = [groups, doubled].map(of => weighGroupsEqually(of, 5, quantile))
          // Of more people the percentiles of a sample lie closer to those of the whole, and so does the spread.
          const { mean, favourable, unfavourable, shares, agreementA } = one ?? {}
          expect(other).toMatchObject({ mean, favourable, unfavourable, shares, agreementA })
          expect(other?.meanAbsoluteDeviation).toBe(one?.meanAbsoluteDeviation)
          if (quantile === 'R-2') expect(other?.median).toBe(one?.median)
        }),
      )
    },
  )

  it('are the plain figures of answers repeated until every group is as large as the others', () => {
    const group = fc.integer({ min: 1, max: 6 }).chain(someAnswers)
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), answers => {
        // 60 is a multiple of every size that a group has here.
        const repeated = answers.map(group => countsOf(group, 5).map(n => (n * 60) / group.length))
        const counts = sumCounts(repeated)
        const plain = summarise({ counts, dontKnow: 0, notApplicable: 0, asked: 0 }, 'R-2')
        const equal = weighGroupsEqually(
          answers.map(group => countsOf(group, 5)),
          5,
          'R-2',
        )
        for (const name of REPEATABLE) expect(equal[name], name).toBeCloseTo(plain[name] ?? -9, 9)
      }),
    )
  })

  it('do not exist where nobody answered', () => {
    const nobody = weighGroupsEqually([countsOf([], 3)], 3, 'R-7')
    expect(nobody).toMatchObject({ groups: 0, mean: null, shares: { 1: null, 2: null, 3: null } })
    expect(nobody).toMatchObject({ sd: null, median: null, iqr: null, agreementA: null })
  })
})
