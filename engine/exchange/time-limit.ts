/** Time that runs out, but not while it is paused. */
export interface TimeLimit {
  /** Begins anew with so many milliseconds. */
  readonly start: (milliseconds: number) => void
  readonly pause: () => void
  readonly resume: () => void
}

/** A limit that has not begun; `onOver` is called when its time has run out. */
export function timeLimit(onOver: () => void): TimeLimit {
  let left = 0
  let since: number | undefined
  let timer: NodeJS.Timeout | undefined
  const pause = (): void => {
    clearTimeout(timer)
    if (since !== undefined) left -= performance.now() - since
    since = undefined
  }
  const resume = (): void => {
    if (since !== undefined) return
    since = performance.now()
    timer = setTimeout(onOver, left)
  }
  return {
    start: milliseconds => {
      pause()
      left = milliseconds
      resume()
    },
    pause,
    resume,
  }
}
