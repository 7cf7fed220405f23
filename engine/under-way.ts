/** Work that should come to its end before a program does, such as a file that is being written. */
export interface UnderWay {
  /** Counts work in, and gives what comes of it. */
  readonly track: <Result>(work: Promise<Result>) => Promise<Result>
  /** Resolves once nothing is under way, however it ended. */
  readonly settled: () => Promise<void>
}

/** Nothing under way yet. */
export function createUnderWay(): UnderWay {
  const running = new Set<Promise<unknown>>()
  const settled = async (): Promise<void> => {
    if (running.size === 0) return
    await Promise.allSettled(running)
    await settled()
  }
  return {
    track: work => {
      running.add(work)
      const end = () => running.delete(work)
      work.then(end, end)
      return work
    },
    settled,
  }
}
