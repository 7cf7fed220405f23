import { setTimeout as later, setImmediate } from 'node:timers/promises'

/** The time in milliseconds after which a stick or a share counts as one that does not answer: a disk that slept is up by then. */
export const PATIENCE_MS = 5_000

/** The questions to sticks and shares that are open, and those of them that somebody still waits for. */
const unanswered = new Set<Promise<unknown>>()
const awaited = new Set<Promise<unknown>>()

/** Notes a question as open until it is answered, and as long as somebody waits. Gives back that waiting. */
export function noteQuestion<T>(asked: Promise<unknown>, waiting: Promise<T>): Promise<T> {
  keepWhileOpen(unanswered, asked)
  keepWhileOpen(awaited, waiting)
  return waiting
}

function keepWhileOpen(kept: Set<Promise<unknown>>, work: Promise<unknown>): void {
  kept.add(work)
  const letGo = () => void kept.delete(work)
  work.then(letGo, letGo)
}

/**
 * Resolves once every place has answered what it was asked, or after a while: true where some have not. The process then has
 * threads that may wait for ever.
 */
export async function isAnyPlaceSilent(): Promise<boolean> {
  let isLate = false
  const late = later(PATIENCE_MS, undefined, { ref: false }).then(() => {
    isLate = true
  })
  while (awaited.size > 0 && !isLate) {
    await Promise.race([Promise.allSettled(awaited), late])
    // Whoever had an answer may ask on.
    await setImmediate()
  }
  return unanswered.size > 0
}

/** Tests whether something was asked of a place that has not been answered yet, and may never be. */
export const isAnythingAsked = (): boolean => unanswered.size > 0
