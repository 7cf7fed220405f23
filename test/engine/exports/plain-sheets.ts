import type { Answer } from '../../../shared/model/rating.ts'
import { agreementOf, levelsOf } from '../results/plain-figures.ts'

// Figures over groups that count the same and over all indicators once more, the long way: on raw
// answers, with none of the program's own functions.

type Given = readonly (Answer | null)[]

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

interface Weighed {
  readonly level: number
  readonly weight: number
}

/** R-7 under weights, as Akinshin defines it: the mean of the answers under a window of width 1/n. */
function weightedPercentile(weighed: readonly Weighed[], percent: number): number {
  const n = 1 / sum(weighed.map(({ weight }) => weight ** 2))
  const from = ((n - 1) * percent) / 100 / n
  const under = (share: number) => Math.min(1, Math.max(0, (share - from) * n))
  let [before, value] = [0, 0]
  for (const { level, weight } of weighed) {
    value += level * (under(before + weight) - under(before))
    before += weight
  }
  return value
}

/** The figures of groups that count the same, by the names of their columns. */
export function plainEqualGroups(byGroup: readonly Given[]) {
  const answered = byGroup.map(levelsOf).filter(levels => levels.length > 0)
  const weighed = answered
    .flatMap(levels =>
      levels.map(level => ({ level, weight: 1 / levels.length / answered.length })),
    )
    .sort((a, b) => a.level - b.level)
  const weightOf = (is: (level: number) => boolean) =>
    sum(weighed.map(({ level, weight }) => (is(level) ? weight : 0)))
  const meanOf = (of: (level: number) => number) =>
    sum(weighed.map(({ level, weight }) => of(level) * weight))
  const mean = meanOf(level => level)
  const middle = weighed.find(({ level }) => weightOf(other => other <= level) >= 0.5)?.level ?? 0
  const [q1, q3] = [weightedPercentile(weighed, 25), weightedPercentile(weighed, 75)]
  const unevenness = sum(weighed.map(({ weight }) => weight ** 2))
  return {
    equal_groups: answered.length,
    equal_mean: mean,
    equal_sd: Math.sqrt(meanOf(level => (level - mean) ** 2) / (1 - unevenness)),
    equal_median: weightedPercentile(weighed, 50),
    equal_q1: q1,
    equal_q3: q3,
    equal_iqr: q3 - q1,
    equal_mean_absolute_deviation: meanOf(level => Math.abs(level - middle)),
    equal_favourable: weightOf(level => level >= 4),
    equal_unfavourable: weightOf(level => level <= 2),
    equal_agreement_a: agreementOf([1, 2, 3, 4, 5].map(at => weightOf(level => level === at))),
  }
}

/** Krippendorff's alphas over units, each one indicator's answers, by their coincidences. */
export function plainAlphas(units: readonly Given[]) {
  const pairable = units.map(levelsOf).filter(levels => levels.length > 1)
  const all = pairable.flat()
  const levels = [1, 2, 3, 4, 5]
  const times = (among: readonly number[], level: number) =>
    among.filter(answer => answer === level).length
  const totals = new Map(levels.map(level => [level, times(all, level)]))
  const between = (low: number, high: number) =>
    sum(levels.filter(at => at >= low && at <= high).map(at => totals.get(at) ?? 0))
  const ends = (low: number, high: number) => ((totals.get(low) ?? 0) + (totals.get(high) ?? 0)) / 2
  const metrics = {
    alpha_nominal: () => 1,
    alpha_ordinal: (low: number, high: number) => (between(low, high) - ends(low, high)) ** 2,
    alpha_interval: (low: number, high: number) => (high - low) ** 2,
  }
  const pairs = levels.flatMap(low =>
    levels.filter(high => high > low).map(high => [low, high] as const),
  )
  const over = (weigh: (low: number, high: number) => number) =>
    Object.entries(metrics).map(
      ([name, metric]) =>
        [name, sum(pairs.map(([low, high]) => weigh(low, high) * metric(low, high)))] as const,
    )
  const observed = new Map(
    over((low, high) =>
      sum(pairable.map(unit => (times(unit, low) * times(unit, high)) / (unit.length - 1))),
    ),
  )
  const expected = over(
    (low, high) => ((totals.get(low) ?? 0) * (totals.get(high) ?? 0)) / (all.length - 1),
  )
  return {
    answers: all.length,
    indicators: pairable.length,
    ...Object.fromEntries(
      expected.map(([name, value]) => [name, 1 - (observed.get(name) ?? 0) / value]),
    ),
  }
}
