import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { DEFAULT_SCALE_LENGTH } from '../../../shared/model/scale.ts'
import { routes } from '../../app/routes.ts'
import { type Problem, toLoadable } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'

const EXAMPLE_TITLE = 'Example workbook'

/** The example's title, with a number after it when there are such workbooks already. */
export function exampleTitle(taken: readonly string[]): string {
  if (!taken.includes(EXAMPLE_TITLE)) return EXAMPLE_TITLE
  const free = taken.findIndex((_, index) => !taken.includes(`${EXAMPLE_TITLE} ${index + 2}`))
  return `${EXAMPLE_TITLE} ${free + 2}`
}

/** Makes a workbook from the example, with made-up ratings, and opens it. */
export function useExample() {
  const client = useClient()
  const [, go] = useLocation()
  const [isMaking, setIsMaking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const explore = useCallback(async () => {
    setIsMaking(true)
    setProblem(null)
    const make = async () => {
      const { workbooks } = await client.library.list()
      const title = exampleTitle(workbooks.map(workbook => workbook.title))
      return client.library.createExample({ title, scale: DEFAULT_SCALE_LENGTH, madeUp: true })
    }
    const made = await toLoadable(make())
    setIsMaking(false)
    if (made.state === 'ready') go(routes.framework(made.value.id))
    if (made.state === 'failed') setProblem(made.problem)
  }, [client, go])
  return { explore, isMaking, problem }
}
