import { useCallback, useEffect, useRef, useState } from 'react'
import { LOADING, type Loadable, refreshed, settle } from './loadable.ts'

/** What was asked of the engine, and a way to ask again. */
export interface Asked<Value> {
  readonly answer: Loadable<Value>
  readonly retry: () => void
}

/**
 * Asks the engine, and again whenever `about` is another text; what is on screen stays until the new
 * answer is here. A component about another thing altogether needs a key of its own.
 */
export function useAsked<Value>(about: string, ask: () => Promise<Value>): Asked<Value> {
  const [answer, setAnswer] = useState<Loadable<Value>>(LOADING)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const read = useCallback(async (isWanted: () => boolean) => {
    const next = await settle(latest.current())
    if (isWanted()) setAnswer(before => refreshed(before, next))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is the reason to ask.
  useEffect(() => {
    let isWanted = true
    void read(() => isWanted)
    return () => {
      isWanted = false
    }
  }, [read, about])
  return { answer, retry: () => void read(() => true) }
}
