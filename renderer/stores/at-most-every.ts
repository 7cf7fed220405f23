/** Something that is done again and again, but never twice at once and never more often than agreed. */
export interface Paced {
  /** Asks for it: done at once after a pause, else as soon as its turn comes. */
  readonly ask: () => void
  /** Does nothing more from now on. */
  readonly stop: () => void
}

/**
 * Paces an action that is asked for more often than it can be done, as when forty people rate at once:
 * each ask is answered by a run that begins after it, within `milliseconds` of the run before.
 */
export function atMostEvery(milliseconds: number, action: () => Promise<void>): Paced {
  const turn = { isUnderWay: false, isAskedAgain: false, isStopped: false }
  const run = async () => {
    turn.isUnderWay = true
    turn.isAskedAgain = false
    const pause = new Promise(resolve => setTimeout(resolve, milliseconds))
    await Promise.allSettled([action(), pause])
    turn.isUnderWay = false
    if (turn.isAskedAgain && !turn.isStopped) void run()
  }
  return {
    ask: () => {
      if (turn.isStopped) return
      if (turn.isUnderWay) turn.isAskedAgain = true
      else void run()
    },
    stop: () => {
      turn.isStopped = true
    },
  }
}
