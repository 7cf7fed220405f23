import type { Counts } from './descriptive-statistics.ts'

/**
 * A condition on the sorted answers: the one at `position` (from 0) is at `level` or above, or at it
 * or below. Every verdict is a matter of such conditions.
 */
export interface Condition {
  readonly position: number
  readonly is: 'at least' | 'at most'
  readonly level: number
}

/** Conditions that must hold together. */
export type Conditions = readonly Condition[]

/** Bounds of the number of answers at each level or below: index 0 is level 1. */
export interface Bounds {
  readonly fewest: readonly number[]
  readonly most: readonly number[]
}

/**
 * The fewest answers that have to change, each to any other level, until they keep to the bounds;
 * Infinity where no answers could, or where it would take `enough` or more.
 *
 * With R the number of answers up to each level now and W the number wanted, half the sum of how
 * much W - R changes from level to level is the number of answers moved. W - R starts and ends at 0
 * and has to stay within bounds; moving it only when a bound demands it, and no further, is the least
 * movement: a path that moves otherwise never gets ahead of it.
 */
export function fewestChanges(
  counts: Counts,
  { fewest, most }: Bounds,
  enough = Number.POSITIVE_INFINITY,
): number {
  let [reached, surplus, moved] = [0, 0, 0]
  for (let index = 0; index < counts.length; index++) {
    const least = fewest[index] ?? 0
    const greatest = most[index] ?? 0
    if (least > greatest || moved >= 2 * enough) return Number.POSITIVE_INFINITY
    reached += counts[index] ?? 0
    const wanted = Math.min(Math.max(reached + surplus, least), greatest)
    moved += Math.abs(wanted - reached - surplus)
    surplus = wanted - reached
  }
  return moved / 2
}

/** The fewest changes until the answers keep to any of several bounds. */
export function fewestChangesToAny(counts: Counts, choices: readonly Bounds[]): number {
  return choices.reduce(
    (fewest, bounds) => Math.min(fewest, fewestChanges(counts, bounds, fewest)),
    Number.POSITIVE_INFINITY,
  )
}

/** The bounds that a set of joint conditions puts on the number of `n` answers up to each level. */
export function boundsOf(n: number, levels: number, conditions: Conditions): Bounds {
  const fewest = Array.from({ length: levels }, (_, index) => (index === levels - 1 ? n : 0))
  const most = new Array<number>(levels).fill(n)
  for (const { position, is, level } of conditions) {
    // Levels at and above (or below) the one named are bound too: the numbers up to a level never
    // fall as levels rise.
    if (is === 'at most') {
      for (let index = level - 1; index < levels; index++) {
        fewest[index] = Math.max(fewest[index] ?? 0, position + 1)
      }
    } else {
      for (let index = 0; index < level - 1; index++) {
        most[index] = Math.min(most[index] ?? 0, position)
      }
    }
  }
  return { fewest, most }
}
