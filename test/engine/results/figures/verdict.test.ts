import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../../engine/results/figures/verdict.ts'
import type { QuantileDefinition } from '../../../../shared/model/results.ts'
import {
  consensusRule,
  RULE_NAMES,
  RULES,
  type RuleName,
  type RuleTest,
  testFor,
} from '../../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../../shared/model/scale.ts'
import { countsOf, someAnswers } from './answers.ts'

function testOf(name: RuleName, levels: ScaleLength): RuleTest {
  const test = testFor(RULES[name], levels)
  if (!test) throw new Error(`${name} is not for ${levels} levels.`)
  return test
}

/** The verdict on answers written as level x times, everyone in one group. */
function verdict(
  name: RuleName,
  levels: ScaleLength,
  times: Readonly<Record<number, number>>,
  quantile: QuantileDefinition = 'R-7',
) {
  const counts = Array.from({ length: levels }, (_, index) => times[index + 1] ?? 0)
  return verdictOf([counts], { test: testOf(name, levels), quantile })
}

describe('percent-75', () => {
  it('needs three quarters in the top two levels and under 15 % in the bottom two', () => {
    expect(verdict('percent-75', 5, { 4: 10, 5: 5, 3: 5 })).toBe('in')
    expect(verdict('percent-75', 5, { 4: 9, 5: 5, 3: 6 })).toBe('none')
    expect(verdict('percent-75', 5, { 1: 15, 3: 5 })).toBe('out')
  })

  it('does not take 3 of 20 for under 15 %', () => {
    expect(verdict('percent-75', 5, { 5: 17, 1: 3 })).toBe('none')
    expect(verdict('percent-75', 5, { 5: 18, 1: 2 })).toBe('in')
  })

  it('counts the middle of three levels to both ends, so that more than 85 % have to be at one', () => {
    expect(verdict('percent-75', 3, { 3: 17, 2: 3 })).toBe('none')
    expect(verdict('percent-75', 3, { 3: 18, 2: 2 })).toBe('in')
  })
})

describe('comet-70-15', () => {
  it('looks at 7 to 9 and at 1 to 3', () => {
    expect(verdict('comet-70-15', 9, { 7: 7, 6: 3 })).toBe('in')
    expect(verdict('comet-70-15', 9, { 7: 69, 6: 31 })).toBe('none')
    expect(verdict('comet-70-15', 9, { 9: 17, 3: 3 })).toBe('none')
    expect(verdict('comet-70-15', 9, { 3: 14, 5: 4, 8: 2 })).toBe('out')
  })

  it('per group asks every group that answered', () => {
    const judging = { test: testOf('comet-70-15-per-group', 9), quantile: 'R-7' } as const
    const [yes, unsure, nobody] = [[8, 8, 9], [8, 5], []].map(answers => countsOf(answers))
    expect(verdictOf([yes ?? [], nobody ?? []], judging)).toBe('in')
    expect(verdictOf([yes ?? [], unsure ?? []], judging)).toBe('none')
    expect(verdictOf([nobody ?? []], judging)).toBe('none')
  })
})

describe('ram', () => {
  it('goes by the band of the median, 6.5 counted up as the manual does', () => {
    expect(verdict('ram', 9, { 7: 5, 8: 4 })).toBe('in')
    expect(verdict('ram', 9, { 6: 4, 7: 4 })).toBe('in')
    expect(verdict('ram', 9, { 3: 4, 4: 4 })).toBe('none')
    expect(verdict('ram', 9, { 3: 5, 4: 4 })).toBe('out')
  })

  it('can have medians of 6.5 counted down, by a rule of a study’s own', () => {
    const strict: RuleTest = { kind: 'median', inFrom: 7, outUpTo: 3, spread: { kind: 'ipras' } }
    expect(verdictOf([countsOf([6, 6, 7, 7])], { test: strict, quantile: 'R-7' })).toBe('none')
  })

  it('says none where people disagree, which can hang on the definition of percentiles', () => {
    expect(verdict('ram', 9, { 1: 4, 9: 5 })).toBe('none')
    const hanging = fc.sample(someAnswers({ min: 3, max: 9 }), { numRuns: 3_000, seed: 7 })
    const differing = hanging.filter(({ levels, counts }) => {
      const by = (quantile: QuantileDefinition) =>
        levels === 9 && verdictOf([counts], { test: testOf('ram', 9), quantile })
      return by('R-7') !== by('R-6')
    })
    expect(differing.length).toBeGreaterThan(0)
  })
})

describe('iqr', () => {
  it('needs a median at the top and quartiles close together', () => {
    expect(verdict('iqr', 5, { 4: 6, 5: 4, 1: 1 })).toBe('in')
    expect(verdict('iqr', 5, { 2: 3, 4: 6, 5: 1 })).toBe('none')
    expect(verdict('iqr', 5, { 1: 5, 2: 5 })).toBe('out')
    expect(verdict('iqr', 9, { 7: 5, 9: 4 })).toBe('in')
  })
})

describe('every rule', () => {
  // RAND/UCLA counts a median of 6.5 up, and one of 3.5 too: that rule is not symmetric.
  const cases = RULE_NAMES.filter(name => name !== 'ram').flatMap(name =>
    RULES[name].scales.map(scale => ({ name, ...scale })),
  )

  it.each(cases)('turns round with the scale: $name, $levels levels', ({ levels, test }) => {
    fc.assert(
      fc.property(
        someAnswers().filter(some => some.levels === levels),
        ({ counts }) => {
          const judging = { test, quantile: 'R-7' } as const
          const opposite = { in: 'out', out: 'in', none: 'none' } as const
          expect(verdictOf([counts.toReversed()], judging)).toBe(
            opposite[verdictOf([counts], judging)],
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says the same for everyone together, however they are grouped, unless it asks each group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }), { maxLength: 4 }),
        groups => {
          for (const name of RULE_NAMES.filter(rule => rule !== 'comet-70-15-per-group')) {
            const judging = { test: testOf(name, 9), quantile: 'R-7' } as const
            expect(
              verdictOf(
                groups.map(group => countsOf(group)),
                judging,
              ),
            ).toBe(verdictOf([countsOf(groups.flat())], judging))
          }
        },
      ),
    )
  })

  it('is data that its own schema accepts', () => {
    for (const name of RULE_NAMES) {
      expect(consensusRule.parse(RULES[name])).toEqual(RULES[name])
      expect(RULES[name].name).toBe(name)
    }
  })

  it.each([
    ['a share to fall short of above the one to reach', { atLeastPercent: 50, underPercent: 60 }],
    ['more levels than the scale has', { high: 5 }],
    ['a share of nothing', { atLeastPercent: 0 }],
  ])('is refused as a study’s own with %s', (_, wrong) => {
    const test = { ...testOf('percent-75', 5), ...wrong }
    const rule = { ...RULES['percent-75'], scales: [{ levels: 5, test }] }
    expect(consensusRule.safeParse(rule).success).toBe(false)
  })

  it('is refused with the IPRAS off the scale of nine', () => {
    const rule = { ...RULES.ram, scales: [{ levels: 5, test: testOf('ram', 9) }] }
    expect(consensusRule.safeParse(rule).success).toBe(false)
  })
})
