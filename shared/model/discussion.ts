import {
  type DisagreementKind,
  type IndicatorResult,
  isInUse,
  type JudgedSummary,
} from './results.ts'
import { CRITERIA, type Criterion } from './vocabulary.ts'

/** The reasons to discuss an indicator, the most pressing first; with `settled` there hardly is one. */
export const DISCUSSION_REASONS = [
  'split',
  'groups differ',
  'vague',
  'lone dissenter',
  'no verdict',
  'close',
  'settled',
] as const
export type DiscussionReason = (typeof DISCUSSION_REASONS)[number]

/** An indicator with the criterion on which people differ most, and the reason. */
export interface DiscussionItem {
  readonly indicator: IndicatorResult
  readonly criterion: Criterion
  readonly reason: DiscussionReason
  /** The other criterion too, where people differ over it as well. */
  readonly also: DiscussionReason | null
}

/** The number of people whose change of mind makes a verdict close. */
const CLOSE = 1

/**
 * The order of discussion: first by how people differ (two camps, groups that see it differently, a
 * spread, one person against the others, agreement that meets no verdict, a verdict that one person
 * could change), then the least agreement A, then the verdict that fewest people would change, and at
 * last the order of the framework. Indicators with fewer than two answers to either criterion, and
 * those that are not in use, are left out.
 */
export function discussionOrder(indicators: readonly IndicatorResult[]): readonly DiscussionItem[] {
  return indicators
    .flatMap((indicator, place) => {
      const item = discussionItem(indicator)
      return item ? [{ item, place }] : []
    })
    .toSorted((a, b) => compare(a.item, b.item) || a.place - b.place)
    .map(({ item }) => item)
}

function discussionItem(indicator: IndicatorResult): DiscussionItem | null {
  if (!isInUse(indicator)) return null
  const [first, second] = CRITERIA.flatMap(criterion => {
    const reason = discussionReason(indicator.criteria[criterion])
    return reason ? [{ indicator, criterion, reason, also: null }] : []
  }).toSorted(compare)
  if (!first) return null
  return { ...first, also: second && second.reason !== 'settled' ? second.reason : null }
}

/** The reason that one criterion gives; null for fewer than two answers. */
function discussionReason({
  kind,
  verdict,
  changesToFlip,
}: JudgedSummary): DiscussionReason | null {
  if (kind === null) return null
  if (kind !== 'agreed') return kind satisfies Exclude<DisagreementKind, 'agreed'>
  if (verdict === 'none') return 'no verdict'
  return changesToFlip !== null && changesToFlip <= CLOSE ? 'close' : 'settled'
}

function compare(a: DiscussionItem, b: DiscussionItem): number {
  const [one, other] = [a.indicator.criteria[a.criterion], b.indicator.criteria[b.criterion]]
  return (
    DISCUSSION_REASONS.indexOf(a.reason) - DISCUSSION_REASONS.indexOf(b.reason) ||
    (one.agreementA ?? 1) - (other.agreementA ?? 1) ||
    difference(one.changesToFlip, other.changesToFlip)
  )
}

/** Compares two figures, the smaller one first and a missing one last. */
const difference = (a: number | null, b: number | null): number =>
  a === b ? 0 : (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY)

/** The start and end of a discussion, in milliseconds since 1970, as its facilitator set them. */
export interface DiscussionClock {
  readonly startedAt: number
  readonly endsAt: number
  /** The number of indicators that had been discussed when it began. */
  readonly discussedBefore: number
}

/** The pace of a discussion at one moment. */
export interface DiscussionPace {
  /** Whole minutes until the end; 0 when it is over. */
  readonly minutesLeft: number
  /** Minutes that each indicator has taken so far; null before the first. */
  readonly minutesEach: number | null
  /** The number of further indicators that there is time for at this pace; null before the first. */
  readonly timeFor: number | null
}

const MINUTE = 60_000

/** The pace of a discussion; `discussed` is the number of indicators that have been discussed by now. */
export function discussionPace(
  { startedAt, endsAt, discussedBefore }: DiscussionClock,
  now: number,
  discussed: number,
): DiscussionPace {
  const left = Math.max(0, endsAt - now)
  const done = discussed - discussedBefore
  if (done <= 0) {
    return { minutesLeft: Math.ceil(left / MINUTE), minutesEach: null, timeFor: null }
  }
  // Two marks within one moment must not promise endless time.
  const each = Math.max((now - startedAt) / done, MINUTE / 4)
  return {
    minutesLeft: Math.ceil(left / MINUTE),
    minutesEach: each / MINUTE,
    timeFor: Math.floor(left / each),
  }
}
