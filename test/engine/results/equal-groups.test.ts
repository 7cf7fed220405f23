import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumCounts } from '../../../engine/results/counts.ts'
import { weighGroupsEqually } from '../../../engine/results/equal-groups.ts'
import { mean, shareOfHighest, shareOfLowest } from '../../../engine/results/moments.ts'
import { countsOf } from './answers.ts'

const someAnswers = (people: number) =>
  fc.array(fc.integer({ min: 1, max: 5 }), { minLength: people, maxLength: people })

describe('figures with groups weighted equally', () => {
  it('count a group of one as much as a group of nine', () => {
    const groups = [countsOf(new Array(9).fill(5), 5), countsOf([1], 5), countsOf([], 5)]
    expect(weighGroupsEqually(groups, 5)).toEqual({
      groups: 2,
      mean: 3,
      favourable: 0.5,
      unfavourable: 0.5,
      shares: { 1: 0.5, 2: 0, 3: 0, 4: 0, 5: 0.5 },
    })
  })

  it('are the plain figures when the groups are of one size', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 9 })
          .chain(people => fc.array(someAnswers(people), { minLength: 1, maxLength: 6 })),
        answers => {
          const groups = answers.map(group => countsOf(group, 5))
          const all = sumCounts(groups)
          const equal = weighGroupsEqually(groups, 5)
          expect(equal.mean).toBeCloseTo(mean(all) ?? Number.NaN, 12)
          expect(equal.favourable).toBeCloseTo(shareOfHighest(all, 2) ?? Number.NaN, 12)
          expect(equal.unfavourable).toBeCloseTo(shareOfLowest(all, 2) ?? Number.NaN, 12)
        },
      ),
    )
  })

  it('do not change when everyone of one group is counted twice', () => {
    fc.assert(
      fc.property(fc.array(someAnswers(4), { minLength: 2, maxLength: 5 }), answers => {
        const groups = answers.map(group => countsOf(group, 5))
        const doubled = groups.map((counts, at) => counts.map(count => (at === 0 ? 2 : 1) * count))
        expect(weighGroupsEqually(doubled, 5)).toEqual(weighGroupsEqually(groups, 5))
      }),
    )
  })

  it('do not exist where nobody answered', () => {
    const nobody = weighGroupsEqually([countsOf([], 3)], 3)
    expect(nobody).toMatchObject({ groups: 0, mean: null, shares: { 1: null, 2: null, 3: null } })
  })
})
