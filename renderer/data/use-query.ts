import { useCallback, useEffect, useRef, useState } from 'react'
import { LOADING, type Loadable, problemOf, refreshed, toLoadable } from './loadable.ts'

/** The answer of the engine to a query, and a way to ask again. */
export interface Query<Value> {
  readonly answer: Loadable<Value>
  readonly retry: () => void
}

/**
 * Asks the engine, and again whenever `about` changes; the previous answer stays on screen until the
 * new one arrives. A component about another thing altogether needs a key of its own.
 */
export function useQuery<Value>(about: string, ask: () => Promise<Value>): Query<Value> {
  const [answer, setAnswer] = useState<Loadable<Value>>(LOADING)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const read = useCallback(async (isWanted: () => boolean) => {
    const next = await toLoadable(latest.current())
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

/** Runs one action at a time, and keeps the message of a failure until the next attempt. */
export function useAction() {
  const [isDoing, setIsDoing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (work: () => Promise<void>) => {
    if (isDoing) return
    setIsDoing(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(problemOf(error).message)
    } finally {
      setIsDoing(false)
    }
  }
  return { isDoing, problem, setProblem, run: (work: () => Promise<void>) => void run(work) }
}
