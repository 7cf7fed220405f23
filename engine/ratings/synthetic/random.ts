/** A source of numbers in [0, 1), which are the same for the same seed. */
export type Random = () => number

/** The generator mulberry32 (Tommy Ettinger, public domain): small, quick, and good enough for examples. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A number around 0 with standard deviation 1 (the sum of twelve uniform numbers, less six). */
export function roughlyNormal(random: Random): number {
  return Array.from({ length: 12 }, random).reduce((sum, number) => sum + number, -6)
}
