/** Passes on values to one listener, who hears only the latest of those that came while they were busy. */
export interface LatestValue<T> extends AsyncIterable<T> {
  readonly put: (value: T) => void
  /** Ends the iteration, after the value that still waits. */
  readonly close: () => void
}

/** A channel of values of which only the latest counts, such as progress. */
export function latestValue<T>(): LatestValue<T> {
  let waiting: { readonly value: T } | undefined
  let isClosed = false
  let wake = (): void => undefined
  return {
    put: value => {
      waiting = { value }
      wake()
    },
    close: () => {
      isClosed = true
      wake()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (waiting) {
          const { value } = waiting
          waiting = undefined
          yield value
        } else if (isClosed) return
        else await new Promise<void>(resolve => (wake = resolve))
      }
    },
  }
}
