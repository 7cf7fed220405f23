import { useState } from 'react'
import { problemOf } from '../../host/problem.ts'

/** Does one thing at a time, and keeps the words for what went wrong until the next attempt. */
export function useDoing() {
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
