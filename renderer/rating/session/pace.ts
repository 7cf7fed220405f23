/** The number of answers before a pace can be told. */
const FEWEST = 6

/** The number of latest answers that tell it. */
const LATEST = 40

/** The longest time between two answers that is thinking and no pause, in milliseconds. */
const LONGEST_MS = 120_000

const MINUTE_MS = 60_000

/** The times with one more, as far as they are needed to tell a pace. */
export const withTime = (times: readonly number[], now: number): readonly number[] =>
  [...times, now].slice(-LATEST)

/**
 * The minutes that so many questions take at the pace of the latest answers, at least 1; null while there are too few
 * to tell. The pace is the mean time between two answers, pauses left out; `times` are in milliseconds.
 */
export function minutesLeft(times: readonly number[], questions: number): number | null {
  const gaps = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? time))
    .filter(gap => gap <= LONGEST_MS)
  if (gaps.length + 1 < FEWEST || questions === 0) return null
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  return Math.max(1, Math.round((mean * questions) / MINUTE_MS))
}
