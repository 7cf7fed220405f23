import { wipeReplacedWords } from '../store/records/turns.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** Wipes what was replaced in workbooks soon after, when nobody waits for an answer. */
export interface Wiper {
  /** Has a workbook wiped in a moment. */
  readonly soon: (workbook: Workbook) => void
  /** Wipes a workbook now, and again later while an export still reads the old words. */
  readonly now: (workbook: Workbook) => void
  /** Wipes whatever waits, at the end of the program. */
  readonly close: () => void
}

/** The time in milliseconds from a save to its wiping, in which a typist's next save mostly comes. */
const SOON_MS = 250
/** The time in milliseconds until the next attempt while somebody reads the file. */
const AGAIN_MS = 2_000

/** A wiper with nothing to do yet. */
export function createWiper(): Wiper {
  const waiting = new Map<Workbook, NodeJS.Timeout>()
  const wait = (workbook: Workbook, milliseconds: number): void => {
    if (waiting.has(workbook)) return
    const timer = setTimeout(() => now(workbook), milliseconds)
    timer.unref()
    waiting.set(workbook, timer)
  }
  const now = (workbook: Workbook): void => {
    clearTimeout(waiting.get(workbook))
    waiting.delete(workbook)
    if (!wipeOrWait(workbook)) wait(workbook, AGAIN_MS)
  }
  return {
    soon: workbook => wait(workbook, SOON_MS),
    now,
    close: () => {
      for (const [workbook, timer] of waiting) {
        clearTimeout(timer)
        wipeOrWait(workbook)
      }
      waiting.clear()
    },
  }
}

/**
 * Writes the drafts anew, so that no gap in the file has words that were replaced, and empties the log of them.
 * Returns false while an export reads them, or if the disk refuses, over which nobody may lose an answer.
 */
function wipeOrWait({ store }: Workbook): boolean {
  try {
    store.transaction(() => wipeReplacedWords(store))
    return store.checkpoint('truncate')
  } catch {
    // What cannot be wiped now is wiped later, and at the latest when the workbook is next opened.
    return false
  }
}
