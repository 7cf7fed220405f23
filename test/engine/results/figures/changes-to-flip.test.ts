import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesToFlip } from '../../../../engine/results/figures/changes-to-flip.ts'
import type {
  Counts,
  GroupedCounts,
} from '../../../../engine/results/figures/descriptive-statistics.ts'
import {
  asParts,
  type Judging,
  partsToJudge,
  verdictOf,
  verdictOfParts,
} from '../../../../engine/results/figures/verdict.ts'
import { QUANTILE_DEFINITIONS } from '../../../../shared/model/results.ts'
import { RULE_NAMES, RULES, type SharesTest } from '../../../../shared/model/rules.ts'
import { countsOf, everyCounts, someAnswers } from './answers.ts'

/** Every rule on every scale that it is for; only percentiles have more than one definition. */
const CASES = RULE_NAMES.flatMap(name =>
  RULES[name].scales.flatMap(({ levels, test }) =>
    QUANTILE_DEFINITIONS.slice(0, test.kind === 'shares' ? 1 : undefined).map(quantile => ({
      name,
      levels,
      judging: { test, quantile },
    })),
  ),
)

/** Every kind of test by shares that a study can make up. */
const SHARES: SharesTest = {
  ...{ kind: 'shares', high: 2, low: 2, atLeastPercent: 70, underPercent: 15, each: 'everyone' },
  outAtMostPercent: 50,
}
const OWN_CASES = [SHARES, { ...SHARES, withDontKnow: true } as const].map(test => ({
  name: test.withDontKnow ? 'own, of those who do not know too' : 'own, few at the top are out',
  levels: 5 as const,
  judging: { test, quantile: 'R-7' } as const,
}))

const flips = (groups: GroupedCounts, judging: Judging): number | null =>
  changesToFlip(partsToJudge(asParts(groups), judging), verdictOf(groups, judging), judging)

const BY_GROUP: SharesTest = { ...SHARES, each: 'group' }
const { outAtMostPercent: _, ...MIRRORED } = BY_GROUP
const GROUP_CASES = [
  { of: 'every group is asked', test: MIRRORED },
  { of: 'every group and everyone together are asked', test: { ...MIRRORED, each: 'both' } },
  { of: 'few at the top of each group are out', test: BY_GROUP },
  {
    of: 'those who do not know count, everywhere',
    test: { ...BY_GROUP, each: 'both', withDontKnow: true },
  },
  { of: 'a group of one does not decide', test: { ...MIRRORED, each: 'both' }, atLeastAnswers: 2 },
].map(({ of, test, atLeastAnswers = 1 }) => ({
  of,
  judging: { test: test as SharesTest, quantile: 'R-7', atLeastAnswers } satisfies Judging,
}))

/** The number of answers in which two distributions of the same size differ. */
const distance = (one: Counts, other: Counts): number =>
  one.reduce((sum, count, index) => sum + Math.max(0, count - (other[index] ?? 0)), 0)

/** The fewest changes from each distribution of `n` answers, by looking at every other there is. */
function byBruteForce(n: number, levels: number, judging: Judging) {
  const all = everyCounts(n, levels).map(counts => ({
    counts,
    verdict: verdictOf([counts], judging),
  }))
  return all.map(({ counts, verdict }) => {
    const others = all.filter(other => other.verdict !== verdict)
    const nearest = Math.min(...others.map(other => distance(counts, other.counts)))
    return { counts, changes: others.length === 0 ? null : nearest }
  })
}

/** The answers that one change of one answer can lead to, for each group. */
function afterOneChange(groups: GroupedCounts): readonly GroupedCounts[] {
  return groups.flatMap((counts, group) =>
    counts.flatMap((count, from) =>
      count === 0
        ? []
        : counts.flatMap((_, to) => {
            if (from === to) return []
            const changed = counts.map((c, at) => c - (at === from ? 1 : 0) + (at === to ? 1 : 0))
            return [groups.with(group, changed)]
          }),
    ),
  )
}

describe('the changes that would flip a verdict', () => {
  it.each([...CASES, ...OWN_CASES])(
    'equal a search of every distribution: $name, $levels levels, $judging.quantile',
    ({ levels, judging }) => {
      const largest = levels > 9 ? 3 : levels === 9 ? 4 : 6
      for (let n = 1; n <= largest; n++) {
        const wanted = byBruteForce(n, levels, judging)
        expect(wanted.map(({ counts }) => ({ counts, changes: flips([counts], judging) }))).toEqual(
          wanted,
        )
      }
    },
  )

  it.each(GROUP_CASES)('equal a step-by-step search when $of', ({ judging }) => {
    const verdict = (groups: GroupedCounts, dontKnow: readonly number[]) => {
      const parts = partsToJudge(
        groups.map((counts, at) => ({ counts, dontKnow: dontKnow[at] ?? 0 })),
        judging,
      )
      return { parts, verdict: verdictOfParts(parts, judging) }
    }
    const someGroup = fc
      .array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 3 })
      .map(answers => countsOf(answers, 5))
    const someGroups = fc.array(someGroup, { minLength: 1, maxLength: 3 })
    const doubts = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(someGroups, doubts, (groups, dontKnow) => {
        const { parts, verdict: before } = verdict(groups, dontKnow)
        const fewest = changesToFlip(parts, before, judging)
        let reached: readonly GroupedCounts[] = [groups]
        for (let changes = 1; changes <= 2; changes++) {
          reached = reached.flatMap(afterOneChange)
          const isFlipped = reached.some(after => verdict(after, dontKnow).verdict !== before)
          expect(isFlipped).toBe(fewest !== null && fewest <= changes)
        }
      }),
      { numRuns: 20 },
    )
  })

  it.each(CASES)(
    'differ by at most one after one answer changes: $name, $levels levels, $judging.quantile',
    ({ levels, judging }) => {
      fc.assert(
        fc.property(
          someAnswers({ min: 1, max: 40 }).filter(some => some.levels === levels),
          ({ counts }) => {
            const fewest = flips([counts], judging) ?? 0
            const verdict = verdictOf([counts], judging)
            const after = afterOneChange([counts])
            const flipped = after.filter(next => verdictOf(next, judging) !== verdict)
            expect(flipped.length > 0).toBe(fewest === 1)
            const same = after.filter(next => verdictOf(next, judging) === verdict)
            const closest = Math.min(...same.map(next => flips(next, judging) ?? 0))
            if (fewest > 1) expect(closest).toBe(fewest - 1)
          },
        ),
        { numRuns: 15 },
      )
    },
  )

  it('are null where nobody answered', () => {
    for (const { levels, judging } of CASES) {
      expect(flips([countsOf([], levels)], judging)).toBeNull()
    }
  })
})
