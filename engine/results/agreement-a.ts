import { type Counts, total } from './counts.ts'

/**
 * Agreement A of van der Eijk, "Measuring Agreement in Ordered Rating Scales", Quality & Quantity 35
 * (2001): 1 when everyone chose one level, 0 when the answers are spread evenly over all levels, -1
 * when half chose the lowest and half the highest. Null for no answers.
 */
export function agreementA(counts: Counts): number | null {
  const n = total(counts)
  if (n === 0) return null
  let agreement = 0
  let peeled = 0
  // Peels the distribution into layers in which each level that is left has equally many answers.
  for (const height of heights(counts)) {
    const pattern = counts.map(count => count > peeled)
    const answers = pattern.filter(Boolean).length * (height - peeled)
    agreement += (answers / n) * agreementOfLayer(pattern)
    peeled = height
  }
  return agreement
}

/** The different heights that the bars of a distribution have, lowest first, without 0. */
function heights(counts: Counts): readonly number[] {
  return [...new Set(counts)].filter(count => count > 0).sort((a, b) => a - b)
}

/** The agreement of a layer: which levels it holds, and whether the ones it skips part it in two. */
function agreementOfLayer(holds: readonly boolean[]): number {
  const levels = holds.length
  const held = holds.filter(Boolean).length
  if (held === 1) return 1
  const { together, parted } = triples(holds, held)
  // Without an empty level there is no triple to count, and the spread alone says 0.
  if (together + parted === 0) return 0
  const unimodality =
    ((levels - 2) * together - (levels - 1) * parted) / ((levels - 2) * (together + parted))
  return unimodality * (1 - (held - 1) / (levels - 1))
}

/**
 * Counts the triples of two held levels and an empty one: `parted` where the empty level lies between
 * the two, `together` where it lies to one side of both.
 */
function triples(holds: readonly boolean[], held: number) {
  const pairs = (levels: number): number => (levels * (levels - 1)) / 2
  let [below, together, parted] = [0, 0, 0]
  for (const isHeld of holds) {
    if (isHeld) below += 1
    else {
      together += pairs(below) + pairs(held - below)
      parted += below * (held - below)
    }
  }
  return { together, parted }
}
