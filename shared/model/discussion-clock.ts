/** When a discussion began and has to end, in milliseconds since 1970, as its facilitator set it. */
export interface DiscussionClock {
  readonly startedAt: number
  readonly endsAt: number
  /** How many indicators had been talked about when it began. */
  readonly discussedBefore: number
}

/** How a discussion stands at one moment. */
export interface DiscussionPace {
  /** Whole minutes until the end; 0 when it is over. */
  readonly minutesLeft: number
  /** Minutes that each indicator has taken so far; null before the first. */
  readonly minutesEach: number | null
  /** How many more there is time for at this pace; null before the first. */
  readonly timeFor: number | null
}

const MINUTE = 60_000

/** How a discussion stands: `discussed` is how many indicators have been talked about by now. */
export function paceOf(
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
