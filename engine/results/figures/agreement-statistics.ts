import { type Counts, sumCounts, total } from './descriptive-statistics.ts'

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

/** The distance of two levels (as positions from 0), given how often each level was chosen in all. */
type Difference = (one: number, other: number, frequencies: Counts) => number

/** Levels as names: two are the same or they are not. */
export const nominal: Difference = (one, other) => (one === other ? 0 : 1)

/** Levels as an order: as different as there are answers between them, each end counting half. */
export const ordinal: Difference = (one, other, frequencies) => {
  const [low, high] = one < other ? [one, other] : [other, one]
  const ends = (frequencies[low] ?? 0) + (frequencies[high] ?? 0)
  return (total(frequencies.slice(low, high + 1)) - ends / 2) ** 2
}

/** Levels as equal steps: the squared distance. */
export const interval: Difference = (one, other) => (one - other) ** 2

/** The units that alpha rests on: with one answer alone there is nobody to agree or differ with. */
export function pairableUnits(units: readonly Counts[]): readonly Counts[] {
  return units.filter(counts => total(counts) >= 2)
}

/**
 * Krippendorff's alpha (Content Analysis, 2004, chapter 11) over units such as indicators: 1 for
 * perfect agreement, 0 for what chance would give. Missing answers are allowed. Null where it is not
 * defined: without a unit that two people answered, or when every answer is the same level.
 */
export function krippendorffAlpha(units: readonly Counts[], difference: Difference): number | null {
  const pairable = pairableUnits(units)
  const frequencies = sumCounts(pairable)
  const n = total(frequencies)
  const observed = pairable.reduce(
    (sum, counts) => sum + differences(counts, difference, frequencies) / (total(counts) - 1),
    0,
  )
  const expected = differences(frequencies, difference, frequencies) / (n - 1)
  return pairable.length === 0 || expected === 0 ? null : 1 - observed / expected
}

/** The differences of all ordered pairs of answers; an answer does not differ from itself. */
function differences(counts: Counts, difference: Difference, frequencies: Counts): number {
  let sum = 0
  for (const [one, count] of counts.entries()) {
    for (const [other, others] of counts.entries()) {
      if (count > 0 && others > 0) sum += count * others * difference(one, other, frequencies)
    }
  }
  return sum
}

/**
 * Kendall's coefficient of concordance W, corrected for ties (Siegel and Castellan, 1988): how far
 * people put the same things in the same order, from 0 to 1. Each row is one person's answers to the
 * same things in the same order. Null where it is not defined: fewer than two people or two things,
 * or when everybody gave every thing the same level.
 */
export function kendallW(rows: readonly (readonly number[])[]): number | null {
  const people = rows.length
  const things = rows[0]?.length ?? 0
  if (people < 2 || things < 2) return null
  const rankSums = new Array<number>(things).fill(0)
  let ties = 0
  for (const row of rows) {
    for (const [thing, rank] of midranks(row).entries()) {
      rankSums[thing] = (rankSums[thing] ?? 0) + rank
    }
    ties += tieCorrection(row)
  }
  const mean = (people * (things + 1)) / 2
  const deviation = rankSums.reduce((sum, rank) => sum + (rank - mean) ** 2, 0)
  const greatest = people ** 2 * (things ** 3 - things) - people * ties
  return greatest === 0 ? null : (12 * deviation) / greatest
}

/** The rank of each answer within one row, from 1; equal answers share the middle of their ranks. */
function midranks(row: readonly number[]): readonly number[] {
  const rankOf = new Map<number, number>()
  let before = 0
  for (const [answer, count] of frequencies(row)) {
    rankOf.set(answer, before + (count + 1) / 2)
    before += count
  }
  return row.map(answer => rankOf.get(answer) ?? 0)
}

/** The sum of t^3 - t over each run of t equal answers. */
function tieCorrection(row: readonly number[]): number {
  return frequencies(row).reduce((sum, [, count]) => sum + count ** 3 - count, 0)
}

/** The frequency of each answer, lowest answer first. */
function frequencies(row: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>()
  for (const answer of row) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}
