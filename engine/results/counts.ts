/**
 * How many answers each level got: index 0 is level 1. Every figure of the results is computed from
 * this, so the order of ratings cannot matter.
 */
export type Counts = readonly number[]

/** The counts of several groups of people, on one scale. */
export type GroupedCounts = readonly Counts[]

/** The number of answers. */
export function total(counts: Counts): number {
  let sum = 0
  for (const count of counts) sum += count
  return sum
}

/** The counts of all groups together. */
export function sumCounts(groups: GroupedCounts): Counts {
  const [first = [], ...others] = groups
  return others.reduce<Counts>(
    (sum, counts) => sum.map((count, index) => count + (counts[index] ?? 0)),
    first,
  )
}
