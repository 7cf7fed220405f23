import { assertNever } from '../../../shared/assert-never.ts'
import {
  DEFAULT_QUANTILE,
  type JudgedSummary,
  type Priority,
  type QuantileDefinition,
  type ResultsScope,
} from '../../../shared/model/results.ts'
import {
  type ConsensusRule,
  DEFAULT_RULE,
  fewestAnswers,
  type MedianTest,
  type RuleTest,
  ruleOfProgram,
  type Stability,
  stabilityFor,
  testFor,
  type Verdict,
} from '../../../shared/model/rules.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import { WorkbookError } from '../../errors.ts'
import {
  type Counts,
  type GroupedCounts,
  percentileInHundredths,
  sumCounts,
  total,
} from './descriptive-statistics.ts'
import { shareAnswers, verdictByShares } from './share-changes.ts'
import { closenessOf } from './verdict-conditions.ts'

/** A rule prepared for a scale: its test there, the definition of percentiles, and the fewest answers. */
export interface Judging {
  readonly test: RuleTest
  readonly quantile: QuantileDefinition
  /** Left out, one. */
  readonly atLeastAnswers?: number
  readonly stability?: Stability | undefined
}

/** The answers of one part that a test looks at; `dontKnow` are beside the counts. */
export interface JudgedPart {
  readonly counts: Counts
  readonly dontKnow: number
}

/** The parts that decide: those of groups, and everyone together or null. */
export interface DecidingParts {
  readonly groups: readonly JudgedPart[]
  readonly all: JudgedPart | null
}

/**
 * The parts that a test looks at one by one: the groups where the rule asks every group, everybody together where
 * it asks that, or both. A part with fewer answers than the rule wants does not decide.
 */
export function partsToJudge(
  groups: readonly JudgedPart[],
  { test, atLeastAnswers = 1 }: Judging,
): DecidingParts {
  const each = test.kind === 'shares' ? test.each : 'everyone'
  const decides = ({ counts }: JudgedPart) => total(counts) >= Math.max(1, atLeastAnswers)
  const all = {
    counts: sumCounts(groups.map(({ counts }) => counts)),
    dontKnow: groups.reduce((sum, { dontKnow }) => sum + dontKnow, 0),
  }
  return {
    groups: each === 'everyone' ? [] : groups.filter(decides),
    all: each !== 'group' && decides(all) ? all : null,
  }
}

/** Tests whether nobody decides: then a rule says nothing. */
export const isUndecided = ({ groups, all }: DecidingParts): boolean =>
  groups.length === 0 && all === null

/** The verdict of a rule: the one that all parts that decide share, else "none"; "none" where nobody decides. */
export function verdictOfParts({ groups, all }: DecidingParts, judging: Judging): Verdict {
  const parts = all ? [all, ...groups] : groups
  const verdicts = parts.map(part => verdictOfPart(part, judging))
  const [first = 'none'] = verdicts
  return verdicts.every(verdict => verdict === first) ? first : 'none'
}

/** The verdict of a rule on groups of which only the levels are known. */
export const verdictOf = (groups: GroupedCounts, judging: Judging): Verdict =>
  verdictOfParts(partsToJudge(asParts(groups), judging), judging)

/** Groups in which nobody said that they do not know. */
export const asParts = (groups: GroupedCounts): readonly JudgedPart[] =>
  groups.map(counts => ({ counts, dontKnow: 0 }))

function verdictOfPart({ counts, dontKnow }: JudgedPart, { test, quantile }: Judging): Verdict {
  switch (test.kind) {
    case 'shares':
      return verdictByShares(shareAnswers(counts, dontKnow, test), test)
    case 'median':
      return verdictByMedian(counts, test, quantile)
    default:
      return assertNever(test)
  }
}

function verdictByMedian(
  counts: Counts,
  { inFrom, outUpTo, spread }: MedianTest,
  quantile: QuantileDefinition,
): Verdict {
  const { lowPercent, highPercent, isClose } = closenessOf(spread)
  const low = percentileInHundredths(counts, lowPercent, quantile)
  const high = percentileInHundredths(counts, highPercent, quantile)
  const median = percentileInHundredths(counts, 50, quantile)
  if (low === null || high === null || median === null || !isClose(low, high)) return 'none'
  if (median >= inFrom * 100) return 'in'
  return median <= outUpTo * 100 ? 'out' : 'none'
}

/** The rule that a scope asks for: one of the program's, a study's own, or the default. */
export function ruleOf(
  { rule = DEFAULT_RULE }: Pick<ResultsScope, 'rule'>,
  { length }: Pick<Scale, 'length'>,
): ConsensusRule {
  return typeof rule === 'string' ? ruleOfProgram(rule, length) : rule
}

/** Prepares a rule for the answers on a scale. Throws RULE_OFF_SCALE. */
export function judgingBy(
  rule: ConsensusRule,
  scale: Scale,
  { quantile = DEFAULT_QUANTILE }: Pick<ResultsScope, 'quantile'>,
): Judging {
  const test = testFor(rule, scale.length)
  if (test) {
    const stability = stabilityFor(rule, scale.length)
    return { test, quantile, atLeastAnswers: fewestAnswers(rule), ...(stability && { stability }) }
  }
  throw new WorkbookError('RULE_OFF_SCALE', {
    rule: rule.name,
    levels: scale.length,
    scales: rule.scales.map(({ levels }) => levels),
  })
}

/**
 * The priority of an indicator: a criterion counts as met when its verdict is "in". Null until both
 * criteria have answers enough for the rule.
 */
export function priorityOf(usefulness: JudgedSummary, usability: JudgedSummary): Priority | null {
  if ([usefulness, usability].some(({ n, tooFew }) => n === 0 || tooFew)) return null
  const isUsable = usability.verdict === 'in'
  if (usefulness.verdict === 'in') return isUsable ? 'keep' : 'make usable'
  return isUsable ? 'make useful' : 'rethink'
}
