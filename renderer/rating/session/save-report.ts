import { type Problem, problemOf } from '../../data/loadable.ts'
import type { SaveState } from '../../ui/feedback/save-mark.tsx'
import { notSavedCause } from './not-saved-cause.ts'
import type { QueueState } from './save-queue.ts'

/** The time after which an answer that was not acknowledged is said to be not saved, in milliseconds. */
export const LATE_MS = 1500

/** The state of saving, for display. */
export interface SaveReport {
  readonly save: SaveState
  /** The problem of the last attempt to save; null while there is none, as when an answer is only late. */
  readonly problem: Problem | null
}

/** Tests whether an error will not pass by itself, however often the answer is sent. */
export const isRefusal = (error: unknown): boolean =>
  notSavedCause(problemOf(error), 'connected') === 'refused'

/** The report on a queue beside which so many texts are still being typed. */
export function saveReport(state: QueueState, typed = 0): SaveReport {
  const { isStuck, isLate, unsaved, error } = state
  if (isStuck || isLate) return { save: 'not-saved', problem: isStuck ? problemOf(error) : null }
  return { save: unsaved + typed > 0 ? 'saving' : 'saved', problem: null }
}
