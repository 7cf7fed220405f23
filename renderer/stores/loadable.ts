import { type Problem, problemOf } from '../host/problem.ts'

/** Something asked of the engine: on its way, here, or failed with words for people. */
export type Loadable<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly problem: Problem }

/** What every loadable is before it was asked for. */
export const LOADING: Loadable<never> = { state: 'loading' }

/** Waits for an answer and gives what came of it; never throws. */
export async function settle<Value>(answer: Promise<Value>): Promise<Loadable<Value>> {
  try {
    return { state: 'ready', value: await answer }
  } catch (error) {
    return { state: 'failed', problem: problemOf(error) }
  }
}

/** What to show after asking again: a failed refresh does not take away what is already here. */
export function refreshed<Value>(before: Loadable<Value>, after: Loadable<Value>): Loadable<Value> {
  const isWorse = before.state === 'ready' && after.state === 'failed'
  return isWorse && after.problem.code === 'LINE_LOST' ? before : after
}
