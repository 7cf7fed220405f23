import type { WriteStream } from 'node:tty'

/** The terminal as far as progress needs it. */
type Terminal = Pick<WriteStream, 'isTTY' | 'columns' | 'write'>

/** The least time between two lines of progress, in milliseconds. */
const PACE_MS = 100
/** Takes a terminal back to the beginning of its line and empties it. */
const CLEAR_LINE = '\r\u001b[K'

/** A line of progress that is written over by the next one. */
export interface Progress {
  readonly show: (words: string) => void
  /** Leaves the line empty, for whatever is said next. */
  readonly end: () => void
}

/** Shows progress on standard error where that is a terminal, and nothing where a program or a file reads it. */
export function showProgress(terminal: Terminal = process.stderr): Progress {
  if (!terminal.isTTY) return { show: () => undefined, end: () => undefined }
  let shownAt = Number.NEGATIVE_INFINITY
  return {
    show: words => {
      const now = performance.now()
      if (now - shownAt < PACE_MS) return
      shownAt = now
      terminal.write(`${CLEAR_LINE}${words.slice(0, (terminal.columns || 80) - 1)}`)
    },
    end: () => {
      if (shownAt >= 0) terminal.write(CLEAR_LINE)
    },
  }
}
