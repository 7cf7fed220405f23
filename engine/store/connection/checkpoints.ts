import type Database from 'better-sqlite3'
import type { Place } from './place.ts'

/** Writes the log of an open workbook back into its file. */
export interface Checkpoints {
  /** Has what was just committed in the file within about a second, and sooner where the log has grown large. */
  readonly committed: () => void
  /**
   * Writes the log back without waiting for anybody who reads the file. Returns false while somebody does, and the
   * rest is written back later. `truncate` empties the log too, so that it holds no older words.
   */
  readonly now: (mode: 'passive' | 'truncate') => boolean
}

/** The time in milliseconds from a commit to its checkpoint. */
const SOON_MS = 900
/** The number of commits after which the log is written back next: writing over a log costs less than having it grow. */
const MANY_COMMITS = 64
/** The size of a log that is written back at once, in bytes. */
const LARGE_LOG = 8 * 1024 * 1024

/**
 * Checkpoints of a connection. SQLite's own are turned off: they come after a thousand pages, until when a copy of
 * the file alone is an old one, and they change the file at times of which nobody knows.
 */
export function createCheckpoints(database: Database.Database, place: Place): Checkpoints {
  let waiting: NodeJS.Timeout | undefined
  let commits = 0
  let largest = LARGE_LOG

  const now: Checkpoints['now'] = mode => {
    if (!place.isInPlace()) return false
    commits = 0
    const patience = Number(database.pragma('busy_timeout', { simple: true }))
    // An export may read for minutes, too long to wait for.
    database.pragma('busy_timeout = 0')
    try {
      const [done] = database.pragma(`main.wal_checkpoint(${mode})`) as readonly CheckpointRow[]
      return done?.busy === 0 && done.log === done.checkpointed
    } finally {
      database.pragma(`busy_timeout = ${patience}`)
      place.note()
    }
  }
  const wait = (milliseconds: number): void => {
    clearTimeout(waiting)
    waiting = setTimeout(later, milliseconds)
    waiting.unref()
  }
  const later = (): void => {
    waiting = undefined
    if (!database.open) return
    if (database.inTransaction || !succeeds(() => now('passive'))) wait(SOON_MS)
  }
  return {
    now,
    committed: () => {
      commits += 1
      if (place.logBytes() > largest) {
        largest = succeeds(() => now('truncate')) ? LARGE_LOG : largest * 2
      }
      // Not at once, since whoever saved waits for the word of it.
      if (commits === MANY_COMMITS) wait(0)
      else if (waiting === undefined) wait(SOON_MS)
    },
  }
}

interface CheckpointRow {
  readonly busy: number
  readonly log: number
  readonly checkpointed: number
}

/** Leaves what cannot be written back now in the log, where it is as safe. */
function succeeds(work: () => boolean): boolean {
  try {
    return work()
  } catch {
    return false
  }
}
