import { assertNever } from '../../shared/assert-never.ts'
import type { RuleTest, Verdict } from '../../shared/model/rules.ts'
import { type Counts, type GroupedCounts, total } from './counts.ts'
import { fewestChangesToAny } from './fewest-changes.ts'
import { medianConditions } from './median-conditions.ts'
import { shareConditions, type VerdictConditions } from './share-conditions.ts'
import { type Judging, partsToJudge } from './verdict.ts'

/**
 * How solid a verdict is: the smallest number of people who would have to change their answer, each
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
    conditions: conditionsFor(counts, test, quantile),
  }))
  if (parts.length === 0) return null
  const changes = (wanted: keyof VerdictConditions) =>
    parts.map(({ counts, conditions }) => fewestChangesToAny(counts, conditions[wanted]))
  const fewest = fewestFrom(verdict, changes)
  return Number.isFinite(fewest) ? fewest : null
}

function fewestFrom(
  verdict: Verdict,
  changes: (wanted: keyof VerdictConditions) => readonly number[],
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

function conditionsFor(
  counts: Counts,
  test: RuleTest,
  quantile: Judging['quantile'],
): VerdictConditions {
  const n = total(counts)
  const levels = counts.length
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
