import { assertNever } from '../../../shared/assert-never.ts'
import type { RuleTest, Verdict } from '../../../shared/model/rules.ts'
import { type Counts, type GroupedCounts, total } from './descriptive-statistics.ts'
import { type Bounds, boundsOf, fewestChangesToAny } from './fewest-changes.ts'
import { type Judging, partsToJudge } from './verdict.ts'
import { medianConditions, shareConditions, type VerdictConditions } from './verdict-conditions.ts'

/**
 * The solidity of a verdict: the smallest number of people who would have to change their answer, each
 * to any other level, to get another verdict. Exact. Null where nobody answered, or where no answers
 * could give another verdict.
 */
export function changesToFlip(
  groups: GroupedCounts,
  verdict: Verdict,
  { test, quantile }: Judging,
): number | null {
  const parts = partsToJudge(test, groups).map(counts => ({
    counts,
    bounds: boundsFor(counts, test, quantile),
  }))
  if (parts.length === 0) return null
  const changes = (wanted: keyof VerdictBounds) =>
    parts.map(({ counts, bounds }) => fewestChangesToAny(counts, bounds[wanted]))
  const fewest = fewestFrom(verdict, changes)
  return Number.isFinite(fewest) ? fewest : null
}

function fewestFrom(
  verdict: Verdict,
  changes: (wanted: keyof VerdictBounds) => readonly number[],
): number {
  switch (verdict) {
    // One part that falls away undoes the verdict of all; to make one, every part has to agree.
    case 'in':
      return Math.min(...changes('notIn'))
    case 'out':
      return Math.min(...changes('notOut'))
    case 'none':
      return Math.min(sum(changes('in')), sum(changes('out')))
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
const KNOWN = new WeakMap<RuleTest, Map<string, VerdictBounds>>()
const MOST_KNOWN = 128

function boundsFor(counts: Counts, test: RuleTest, quantile: Judging['quantile']): VerdictBounds {
  const [n, levels] = [total(counts), counts.length]
  const known = KNOWN.get(test) ?? new Map<string, VerdictBounds>()
  KNOWN.set(test, known)
  const name = `${n} ${levels} ${quantile}`
  const found = known.get(name)
  if (found) return found
  if (known.size >= MOST_KNOWN) known.clear()
  const conditions = conditionsFor(n, levels, test, quantile)
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

function conditionsFor(
  n: number,
  levels: number,
  test: RuleTest,
  quantile: Judging['quantile'],
): VerdictConditions {
  switch (test.kind) {
    case 'shares':
      return shareConditions(test, n, levels)
    case 'median':
      return medianConditions(test, { n, levels, quantile })
    default:
      return assertNever(test)
  }
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
