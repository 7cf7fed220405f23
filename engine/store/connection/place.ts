import { statSync } from 'node:fs'
import { WorkbookError } from '../../errors.ts'

/** The file that a connection has open, held against what lies under its name. */
export interface Place {
  /**
   * Refuses to go on where another file, or none, lies under the name of the open one or of its log: what is written
   * then is lost to whoever opens it next. Throws WORKBOOK_MOVED, once and ever after.
   */
  readonly refuseIfMoved: () => void
  /** Tests it without refusing. */
  readonly isInPlace: () => boolean
  /** Takes what lies there now for what it should be, as after this connection wrote to the file itself. */
  readonly note: () => void
  /** Ends the watch, so that what is still in the connection can be rescued. */
  readonly release: () => void
  /** Tests whether the log that lies there is the one that this connection writes. */
  readonly isLogOurs: () => boolean
  /** The size of the log when it was last looked at, in bytes. */
  readonly logBytes: () => number
}

interface Seen {
  readonly dev: number
  readonly ino: number
  readonly size: number
  readonly mtimeMs: number
}

function look(path: string): Seen | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    // A folder that became a file, or a disk that does not answer.
    return undefined
  }
}

const isSameFile = (one: Seen | undefined, other: Seen | undefined): boolean =>
  one?.ino === other?.ino && one?.dev === other?.dev

/**
 * Watches the place of an open file by the numbers of the file and of its log (device and inode), which two calls of
 * the system tell. Only a checkpoint changes the file itself: where its size or time differ though this connection
 * did not write, `isStillOurs` looks at what is in it.
 */
export function watchPlace(file: string, isStillOurs: () => boolean): Place {
  const log = `${file}-wal`
  let known = look(file)
  let knownLog = look(log)
  let isReleased = false
  let isMoved = false

  const isAsKnown = (): boolean => {
    const seen = look(file)
    if (!seen || !known || !isSameFile(seen, known)) return false
    const seenLog = look(log)
    // The first commit makes the log; from then on it is there.
    if (knownLog && !isSameFile(seenLog, knownLog)) return false
    knownLog = seenLog
    if (seen.size === known.size && seen.mtimeMs === known.mtimeMs) return true
    known = seen
    return isStillOurs()
  }
  const isInPlace = (): boolean => {
    if (isReleased) return true
    isMoved ||= !isAsKnown()
    return !isMoved
  }
  return {
    isInPlace,
    refuseIfMoved: () => {
      if (!isInPlace()) throw new WorkbookError('WORKBOOK_MOVED', { file, rescued: null })
    },
    note: () => {
      const seen = look(file)
      if (known && isSameFile(seen, known)) known = seen
      knownLog = look(log)
    },
    release: () => {
      isReleased = true
    },
    // A log that was never seen was made by reading since, unless another file came to lie here.
    isLogOurs: () => (knownLog ? isSameFile(look(log), knownLog) : isSameFile(look(file), known)),
    logBytes: () => knownLog?.size ?? 0,
  }
}
