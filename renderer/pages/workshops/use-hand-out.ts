import { useLocation } from 'wouter'
import { routes } from '../../app/routes.ts'
import { useClient, useLock } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'

/** The person and the round of a laptop that is not for whoever comes next. */
interface ForPerson {
  readonly participant: string
  readonly round?: number
}

/** A room that only tries the rating, so that nothing of it counts. */
interface ForPractice {
  readonly practice: true
}

/** Gives the laptop to a workshop's room; asks for a PIN first where nobody has decided about one. */
export function useHandOut(workshop: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const lock = useLock()
  const [, navigate] = useLocation()
  const { isDoing, problem, run } = useAction()
  const isUndecided = lock.state === 'ready' && lock.value.pin === 'undecided'
  const handOut = (to?: ForPerson | ForPractice) => {
    if (isUndecided) navigate(routes.pin(workbook, workshop))
    else {
      run(async () => {
        await client.lock.enter({ workbook, workshop, ...to })
      })
    }
  }
  return { isDoing, problem, handOut }
}
