import fc from 'fast-check'
import type { Counts } from '../../../../engine/results/figures/descriptive-statistics.ts'

/** The counts of some answers on a scale. */
export function countsOf(answers: readonly number[], levels = 9): Counts {
  return Array.from(
    { length: levels },
    (_, index) => answers.filter(answer => answer === index + 1).length,
  )
}

/** The answers that counts stand for, in rising order. */
export function answersOf(counts: Counts): readonly number[] {
  return counts.flatMap((count, index) => new Array<number>(count).fill(index + 1))
}

/** A scale of any length that a workbook can have, and some answers on it. */
export function someAnswers({ min = 1, max = 60 } = {}) {
  return fc
    .constantFrom(3, 4, 5, 6, 7, 9, 10)
    .chain(levels =>
      fc
        .array(fc.integer({ min: 1, max: levels }), { minLength: min, maxLength: max })
        .map(answers => ({ levels, answers, counts: countsOf(answers, levels) })),
    )
}

/** Every way in which `n` answers can be spread over the levels. */
export function everyCounts(n: number, levels: number): readonly Counts[] {
  if (levels === 1) return [[n]]
  return Array.from({ length: n + 1 }, (_, first) =>
    everyCounts(n - first, levels - 1).map(rest => [first, ...rest]),
  ).flat()
}
