import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumCounts } from '../../../../engine/results/figures/descriptive-statistics.ts'
import { disagreementKind } from '../../../../engine/results/figures/disagreement-kind.ts'
import { countsOf } from './answers.ts'

/** The kind of one group's counts of each level. */
const kindOf = (...counts: readonly number[]) => disagreementKind(counts, [counts])

/** The kind of several groups' answers on five levels. */
function kindOfGroups(...groups: readonly (readonly number[])[]) {
  const counts = groups.map(answers => countsOf(answers, 5))
  return disagreementKind(sumCounts(counts), counts)
}

describe('the kind of disagreement', () => {
  it('is agreed when answers lie no wider than evenly over half of the range', () => {
    expect(kindOf(0, 0, 7, 7, 7)).toBe('agreed')
    expect(kindOf(0, 0, 0, 30, 1)).toBe('agreed')
    expect(kindOf(0, 9, 9, 0)).toBe('agreed')
    expect(kindOf(0, 0, 5, 5, 5, 5, 5, 0, 0)).toBe('agreed')
  })

  it('is vague when answers are spread without a gap', () => {
    expect(kindOf(5, 5, 5, 5, 5)).toBe('vague')
    expect(kindOf(3, 6, 8, 6, 3)).toBe('vague')
    expect(kindOf(6, 6, 6, 6)).toBe('vague')
    expect(kindOf(1, 0, 2, 1, 3, 0, 1, 2, 1)).toBe('vague')
  })

  it('is split when two camps of a third or more have a gap between them', () => {
    expect(kindOf(10, 0, 0, 0, 10)).toBe('split')
    expect(kindOf(0, 8, 4, 8, 0)).toBe('split')
    expect(kindOf(6, 3, 3, 6)).toBe('split')
    expect(kindOf(8, 4, 8)).toBe('split')
    expect(kindOf(3, 4, 3, 1, 1, 1, 4, 3, 3)).toBe('split')
    expect(kindOf(0, 8, 5, 8, 0)).not.toBe('split')
  })

  it('is a lone dissenter when one stands across from all others, who agree', () => {
    expect(kindOf(1, 0, 0, 0, 9)).toBe('lone dissenter')
    expect(kindOf(0, 1, 0, 9, 0)).toBe('lone dissenter')
    expect(kindOf(0, 0, 1, 0, 9)).toBe('agreed')
    expect(kindOf(2, 0, 0, 0, 9)).not.toBe('lone dissenter')
    expect(kindOf(1, 0, 0, 0, 19)).toBe('lone dissenter')
    expect(kindOf(1, 0, 0, 0, 20)).toBe('agreed')
    expect(kindOf(1, 0, 0, 0, 2)).not.toBe('lone dissenter')
  })

  it('is that groups differ when their means lie far apart and explain much of the spread', () => {
    expect(kindOfGroups([5, 5, 4, 5], [2, 2, 1, 3])).toBe('groups differ')
    expect(kindOfGroups(new Array(30).fill(5), [1, 1, 1])).toBe('groups differ')
    expect(kindOfGroups([5, 5, 5, 5], [4, 4, 4, 4])).toBe('agreed')
    expect(kindOfGroups([1, 5, 1, 5], [5, 1, 5, 1])).toBe('split')
  })

  it('leaves out groups of one or two, whose mean is chance', () => {
    expect(kindOfGroups([5, 5, 5, 5, 5, 5], [1, 1])).not.toBe('groups differ')
  })

  it('is a split on ten levels between two camps, each of them spread over levels that lie together', () => {
    expect(kindOf(1, 4, 3, 2, 0, 0, 2, 3, 4, 1)).toBe('split')
    expect(kindOf(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)).toBe('vague')
  })

  it('does not exist for fewer than two answers', () => {
    expect(kindOf(0, 0, 0, 0, 0)).toBeNull()
    expect(kindOf(0, 0, 1, 0, 0)).toBeNull()
  })

  it('is the same with the scale turned round, whatever the answers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(3, 4, 5, 6, 7, 9, 10).chain(levels =>
          fc.array(
            fc.array(fc.integer({ min: 0, max: 6 }), { minLength: levels, maxLength: levels }),
            {
              minLength: 1,
              maxLength: 4,
            },
          ),
        ),
        groups => {
          const turned = groups.map(counts => counts.toReversed())
          expect(disagreementKind(sumCounts(turned), turned)).toBe(
            disagreementKind(sumCounts(groups), groups),
          )
        },
      ),
    )
  })
})
