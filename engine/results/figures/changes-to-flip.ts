import { assertNever } from '../../../shared/assert-never.ts'
import type { MedianTest, SharesTest, Verdict } from '../../../shared/model/rules.ts'
import { type Counts, total } from './descriptive-statistics.ts'
import { type Bounds, boundsOf, fewestChangesToAny } from './fewest-changes.ts'
import { changesToReach, changesToUndo, shareAnswers } from './share-changes.ts'
import { type DecidingParts, isUndecided, type JudgedPart, type Judging } from './verdict.ts'
import { medianConditions, type VerdictConditions } from './verdict-conditions.ts'

/**
 * The solidity of a verdict: the smallest number of people who would have to change their answer, each
 * from a level to any other, to get another verdict. Exact. Null where nobody decides, or where no answers
 * could give another verdict.
 */
export function changesToFlip(
  parts: DecidingParts,
  verdict: Verdict,
  judging: Judging,
): number | null {
  if (isUndecided(parts)) return null
  const fewest =
    judging.test.kind === 'shares'
      ? fewestOfShares(parts, verdict, judging.test)
      : fewestOfMedians(parts, verdict, judging.test, judging.quantile)
  return Number.isFinite(fewest) ? fewest : null
}

function fewestOfShares(
  { groups, all }: DecidingParts,
  verdict: Verdict,
  test: SharesTest,
): number {
  const ends = ({ counts, dontKnow }: JudgedPart) => shareAnswers(counts, dontKnow, test)
  const [parts, together] = [groups.map(ends), all && ends(all)]
  if (verdict === 'none') {
    const reach = (wanted: 'in' | 'out') => changesToReach(wanted, parts, together, test)
    return Math.min(reach('in'), reach('out'))
  }
  // One part that falls away undoes the verdict of all.
  const each = together ? [together, ...parts] : parts
  return Math.min(...each.map(part => changesToUndo(verdict, part, test)))
}

function fewestOfMedians(
  { all }: DecidingParts,
  verdict: Verdict,
  test: MedianTest,
  quantile: Judging['quantile'],
): number {
  if (!all) return Number.POSITIVE_INFINITY
  const bounds = boundsFor(all.counts, test, quantile)
  const changes = (wanted: keyof VerdictBounds) => fewestChangesToAny(all.counts, bounds[wanted])
  switch (verdict) {
    case 'in':
      return changes('notIn')
    case 'out':
      return changes('notOut')
    case 'none':
      return Math.min(changes('in'), changes('out'))
    default:
      return assertNever(verdict)
  }
}

/** The bounds within which answers give, or do not give, each verdict: any of them will do. */
type VerdictBounds = Readonly<Record<keyof VerdictConditions, readonly Bounds[]>>

/**
 * The bounds depend on how many answers there are and not on which, and a rule of medians has hundreds
 * of them: so they are kept for each rule, for the numbers of answers asked about lately.
 */
const KNOWN = new WeakMap<MedianTest, Map<string, VerdictBounds>>()
const MOST_KNOWN = 128

function boundsFor(counts: Counts, test: MedianTest, quantile: Judging['quantile']): VerdictBounds {
  const [n, levels] = [total(counts), counts.length]
  const known = KNOWN.get(test) ?? new Map<string, VerdictBounds>()
  KNOWN.set(test, known)
  const name = `${n} ${levels} ${quantile}`
  const found = known.get(name)
  if (found) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const conditions = medianConditions(test, { n, levels, quantile })
  const bounds = (of: keyof VerdictConditions) =>
    conditions[of].map(together => boundsOf(n, levels, together))
  const all = {
    in: bounds('in'),
    notIn: bounds('notIn'),
    out: bounds('out'),
    notOut: bounds('notOut'),
  }
  known.set(name, all)
  return all
}
