import type { SharesTest, Verdict } from '../../../shared/model/rules.ts'
import { type Counts, total } from './descriptive-statistics.ts'

/** The answers of some people as a test of shares sees them. */
export interface ShareAnswers {
  readonly n: number
  /** The number of answers that shares are of: n, or with those who do not know. */
  readonly base: number
  readonly highest: number
  readonly lowest: number
}

/** The answers of a part in the two ends of the scale that a test looks at. */
export function shareAnswers(counts: Counts, dontKnow: number, test: SharesTest): ShareAnswers {
  const n = total(counts)
  return {
    n,
    base: test.withDontKnow ? n + dontKnow : n,
    highest: total(counts.slice(-test.high)),
    lowest: total(counts.slice(0, test.low)),
  }
}

/** The verdict of a test of shares on one part, in whole numbers: 3 of 20 is exactly 15 %, and so not under it. */
export function verdictByShares(
  { base, highest, lowest }: ShareAnswers,
  test: SharesTest,
): Verdict {
  const enough = (answers: number): boolean => answers * 100 >= test.atLeastPercent * base
  const few = (answers: number): boolean => answers * 100 < test.underPercent * base
  if (enough(highest) && few(lowest)) return 'in'
  const isOut =
    test.outAtMostPercent === undefined
      ? enough(lowest) && few(highest)
      : highest * 100 <= test.outAtMostPercent * base
  return isOut ? 'out' : 'none'
}

/** The bounds that a verdict puts on a part: so many at one end at least, and at most so many at the other. */
interface Wanted {
  /** The answers that have to be moved towards, and those that have to be moved away from. */
  readonly towards: number
  readonly away: number
  readonly atLeast: number
  readonly atMost: number
  readonly n: number
}

/** The smallest number of answers that is at least this share. */
const fewestAtLeast = (percent: number, base: number): number => Math.ceil((percent * base) / 100)

function wantedFor(verdict: 'in' | 'out', part: ShareAnswers, test: SharesTest): Wanted {
  const { n, base, highest, lowest } = part
  const shares = {
    n,
    atLeast: fewestAtLeast(test.atLeastPercent, base),
    atMost: fewestAtLeast(test.underPercent, base) - 1,
  }
  if (verdict === 'in') return { ...shares, towards: highest, away: lowest }
  if (test.outAtMostPercent === undefined) return { ...shares, towards: lowest, away: highest }
  const atMost = Math.floor((test.outAtMostPercent * base) / 100)
  return { n, towards: 0, atLeast: 0, away: highest, atMost }
}

/**
 * The fewest answers that have to change until a verdict holds for every part and, where everyone together is
 * asked too, for `all`; Infinity where no answers could. Moving an answer from the far end to the near one is never
 * worse than any other move, so that each part needs the larger of what it lacks at the one end and what it has too
 * many of at the other; what all of them lack then takes a move each.
 */
export function changesToReach(
  verdict: 'in' | 'out',
  parts: readonly ShareAnswers[],
  all: ShareAnswers | null,
  test: SharesTest,
): number {
  const wanted = parts.map(part => wantedFor(verdict, part, test))
  const moves = wanted.map(({ towards, away, atLeast, atMost }) =>
    Math.max(0, atLeast - towards, away - atMost),
  )
  const moved = moves.reduce((sum, one) => sum + one, 0)
  if (wanted.some(({ atLeast, n }) => atLeast > n)) return Number.POSITIVE_INFINITY
  if (!all) return moved
  const together = wantedFor(verdict, all, test)
  if (together.atLeast > together.n) return Number.POSITIVE_INFINITY
  const cleared = wanted.reduce((sum, { away }, at) => sum + Math.min(away, moves[at] ?? 0), 0)
  const lacking = together.atLeast - together.towards - moved
  const tooMany = together.away - cleared - together.atMost
  return moved + Math.max(0, lacking, tooMany)
}

/** The fewest answers that have to change until a verdict no longer holds for a part; Infinity where none could. */
export function changesToUndo(verdict: 'in' | 'out', part: ShareAnswers, test: SharesTest): number {
  const { n, towards, away, atLeast, atMost } = wantedFor(verdict, part, test)
  const fewer = atLeast > 0 ? towards - atLeast + 1 : Number.POSITIVE_INFINITY
  const more = atMost < n ? atMost + 1 - away : Number.POSITIVE_INFINITY
  return Math.min(fewer, more)
}
