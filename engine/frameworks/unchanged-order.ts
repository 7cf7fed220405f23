/**
 * Which places of a new order hold what stayed in order: the most that could (the longest increasing run of
 * the places that they had before), so that one thing put elsewhere is one move. `before` is null for what is new.
 */
export function inUnchangedOrder(before: readonly (number | null)[]): ReadonlySet<number> {
  /** For each length of run, the place at which the run with the lowest end ends. */
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const [place, was] of before.entries()) {
    if (was === null) continue
    const length = firstNotBelow(ends, was, before)
    previous.set(place, ends[length - 1])
    ends[length] = place
  }
  const steady = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = previous.get(place)) steady.add(place)
  return steady
}

/** How many runs end below a value: found by halving, as their ends are in order. */
function firstNotBelow(
  ends: readonly number[],
  value: number,
  values: readonly (number | null)[],
): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
