import type { NewRating } from '../../shared/model/rating.ts'
import { type Problem, problemOf } from '../host/problem.ts'
import type { SaveState } from '../ui/save-mark.tsx'
import { type DraftKey, nameOf } from './drafts.ts'
import { createSaveQueue, type QueueState } from './save-queue.ts'

/** How long after the last key stroke a comment is saved, in milliseconds. */
const PAUSE_MS = 800

/** How saving stands, for people. */
export interface SaveReport {
  readonly save: SaveState
  /** Why the last attempt to save failed; null while nothing is stuck. */
  readonly problem: Problem | null
}

/** Saves one participant's drafts: answers at once, comments when the typing pauses. */
export interface RatingSaver {
  readonly saveNow: (key: DraftKey) => void
  /** Saves the draft of this key after a pause, unless more is typed. */
  readonly saveSoon: (key: DraftKey) => void
  /** Saves now what was to be saved soon. */
  readonly flush: () => void
  readonly retry: () => void
  /** Waits until nothing is on its way; true when everything is safe. */
  readonly settled: () => Promise<boolean>
}

export interface RatingSaverOptions {
  /** Resolves once the rating is on disk. */
  readonly record: (rating: NewRating) => Promise<unknown>
  /** A new record of the draft of a key as it now stands. */
  readonly recordOf: (key: DraftKey) => NewRating
  readonly onChange: (report: SaveReport) => void
}

/** The codes of what may pass by itself; whatever else the engine answers is a refusal. */
const PASSING: readonly string[] = ['LINE_LOST', 'UNEXPECTED', 'DISK_FULL']

const isRefusal = (error: unknown): boolean => !PASSING.includes(problemOf(error).code)

function reportOf({ isStuck, unsaved, error }: QueueState, typed: number): SaveReport {
  if (isStuck) return { save: 'not-saved', problem: problemOf(error) }
  return { save: unsaved + typed > 0 ? 'saving' : 'saved', problem: null }
}

/** A saver with nothing to save yet. */
export function createRatingSaver(options: RatingSaverOptions): RatingSaver {
  const { record, recordOf, onChange } = options
  const typed = new Map<string, DraftKey>()
  let pause: ReturnType<typeof setTimeout> | undefined
  let state: QueueState = { unsaved: 0, isStuck: false, error: undefined }

  const queue = createSaveQueue<NewRating>({
    keyOf: nameOf,
    send: record,
    isRefusal,
    onChange: next => {
      state = next
      onChange(reportOf(state, typed.size))
    },
  })

  const saveNow = (key: DraftKey) => {
    typed.delete(nameOf(key))
    queue.add(recordOf(key))
  }

  const flush = () => {
    clearTimeout(pause)
    for (const key of [...typed.values()]) saveNow(key)
  }

  return {
    saveNow,
    saveSoon: key => {
      typed.set(nameOf(key), key)
      clearTimeout(pause)
      pause = setTimeout(flush, PAUSE_MS)
      onChange(reportOf(state, typed.size))
    },
    flush,
    retry: queue.retry,
    settled: () => {
      flush()
      return queue.settled()
    },
  }
}
