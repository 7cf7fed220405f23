import { type Counts, total } from './counts.ts'

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

/** How many answers may lie at each level or below it: index 0 is level 1. */
interface Bounds {
  readonly fewest: readonly number[]
  readonly most: readonly number[]
}

/**
 * The fewest answers that have to change, each to any other level, until the conditions hold together;
 * Infinity where no answers could meet them.
 *
 * With R the number of answers up to each level now and W the number wanted, half the sum of how
 * much W - R changes from level to level is the number of answers moved. W - R starts and ends at 0
 * and has to stay within bounds; moving it only when a bound demands it, and no further, is the least
 * movement: a path that moves otherwise never gets ahead of it.
 */
export function fewestChanges(counts: Counts, conditions: Conditions): number {
  const { fewest, most } = boundsOf(counts, conditions)
  let [reached, surplus, moved] = [0, 0, 0]
  for (const [index, count] of counts.entries()) {
    const least = fewest[index] ?? 0
    const greatest = most[index] ?? 0
    if (least > greatest) return Number.POSITIVE_INFINITY
    reached += count
    const wanted = Math.min(Math.max(reached + surplus, least), greatest)
    moved += Math.abs(wanted - reached - surplus)
    surplus = wanted - reached
  }
  return moved / 2
}

/** The fewest changes until any of several sets of conditions holds. */
export function fewestChangesToAny(counts: Counts, choices: readonly Conditions[]): number {
  return choices.reduce(
    (fewest, conditions) => Math.min(fewest, fewestChanges(counts, conditions)),
    Number.POSITIVE_INFINITY,
  )
}

/** What the conditions ask of the number of answers up to each level. */
function boundsOf(counts: Counts, conditions: Conditions): Bounds {
  const n = total(counts)
  const levels = counts.length
  const fewest = counts.map((_, index) => (index === levels - 1 ? n : 0))
  const most = counts.map(() => n)
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
