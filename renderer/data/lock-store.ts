import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../../shared/host.ts'
import type { LockState, RoomHold } from '../../shared/model/lock.ts'
import { isOfLine, LOADING, type Loadable, problemOf } from './loadable.ts'

/** The facilitator's lock as the page knows it. */
export interface Locking {
  readonly lock: Loadable<LockState>
  /** The room that had the laptop last while this page was open; null where none had. */
  readonly lastRoom: RoomHold | null
}

/** The store of the lock; `followLock` keeps it up to date. */
export type LockStore = StoreApi<Locking>

/** A store of a lock whose state nobody has told yet. */
export const createLockStore = (): LockStore =>
  createStore<Locking>(() => ({ lock: LOADING, lastRoom: null }))

const WAIT_MS = 500

/**
 * Keeps the lock's store up to date, in every tab: watches the lock, and watches anew when the line was lost.
 * Ends when `signal` is aborted.
 */
export async function followLock(
  client: EngineClient,
  store: LockStore,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const states = await client.lock.watch(undefined, { signal })
      for await (const value of states) {
        const lastRoom = value.room ?? store.getState().lastRoom
        store.setState({ lock: { state: 'ready', value }, lastRoom })
      }
    } catch (error) {
      if (signal.aborted) return
      const problem = problemOf(error)
      // What was last told of the lock holds until the engine says otherwise. A line that is lost under a watch
      // ends it with an error of no code.
      const isSaid = !isOfLine(problem) && problem.code !== 'UNEXPECTED'
      if (isSaid) store.setState({ lock: { state: 'failed', problem } })
    }
    await new Promise(resolve => setTimeout(resolve, WAIT_MS))
  }
}
