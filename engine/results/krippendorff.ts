import { type Counts, sumCounts, total } from './counts.ts'

/** How different two levels are (as positions from 0), given how often each level was chosen in all. */
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
