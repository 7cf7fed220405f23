/** The metric of the difference between two answers. */
type Metric = 'nominal' | 'ordinal' | 'interval'

/** The difference of two answers, as Krippendorff prints it, over all answers that can be paired. */
function difference(one: number, other: number, metric: Metric, all: readonly number[]) {
  if (metric === 'nominal') return one === other ? 0 : 1
  if (metric === 'interval') return (one - other) ** 2
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  const times = (level: number) => all.filter(answer => answer === level).length
  const within = all.filter(answer => answer >= low && answer <= high).length
  return (within - (times(low) + times(high)) / 2) ** 2
}

/** Alpha from the definition: the mean difference of pairs within units, against that of all pairs. */
export function alphaByPairs(units: readonly (readonly number[])[], metric: Metric) {
  const pairable = units.filter(answers => answers.length >= 2)
  const all = pairable.flat()
  const pairs = (answers: readonly number[]) =>
    answers
      .flatMap((one, i) => answers.flatMap((other, j) => (i === j ? [] : [[one, other] as const])))
      .map(([one, other]) => difference(one, other, metric, all))
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const observed = sum(pairable.map(answers => sum(pairs(answers)) / (answers.length - 1)))
  const expected = sum(pairs(all)) / (all.length - 1)
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected
}

/** The rank of each answer: how many are lower, and half of those that are equal. */
const ranksOf = (row: readonly number[]): readonly number[] =>
  row.map(answer => {
    const lower = row.filter(other => other < answer).length
    const equal = row.filter(other => other === answer).length
    return lower + (equal + 1) / 2
  })

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length
const variance = (numbers: readonly number[]) =>
  mean(numbers.map(number => (number - mean(numbers)) ** 2))

/**
 * W as the share of the variance of ranks that lies between the things: the variance of their mean
 * ranks over the mean variance of each person's ranks.
 */
export function wByVariances(rows: readonly (readonly number[])[]): number | null {
  const ranks = rows.map(ranksOf)
  const meanRanks = (ranks[0] ?? []).map((_, thing) => mean(ranks.map(row => row[thing] ?? 0)))
  const within = mean(ranks.map(variance))
  return within === 0 ? null : variance(meanRanks) / within
}
