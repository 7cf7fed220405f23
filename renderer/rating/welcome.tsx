import { useLocation } from 'wouter'
import type { Participant } from '../../shared/model/workshop.ts'
import { routes } from '../routes.ts'
import { useWorkbook, useWorkbookId } from '../stores/workbook-context.tsx'
import { Button } from '../ui/button.tsx'
import { ArrowRightIcon } from '../ui/icons.tsx'
import styles from './calm-page.module.css'
import { CalmPage } from './calm-page.tsx'
import { useDesk } from './rating-context.tsx'

interface WelcomeProps {
  readonly person: Participant
}

function useStart({ id, workshop }: Participant) {
  const desk = useDesk()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  return () => {
    desk.admit(id)
    navigate(routes.rate(workbook, workshop, id), { replace: true })
  }
}

/** The second step: what will happen, in plain words, before the first question. */
export function Welcome({ person }: WelcomeProps) {
  const start = useStart(person)
  const framework = useWorkbook(state => state.framework)
  const count = framework.state === 'ready' ? framework.value.indicators.length : null
  return (
    <CalmPage title={`Your code is ${person.code}`}>
      <ul className={styles.points}>
        <li>
          You will see {count === null ? 'indicators' : `${count} indicators`}, one at a time. For
          each we ask two things: how useful it is, and how easy it is to use.
        </li>
        <li>Your answers are saved on this laptop under the code {person.code}, not your name.</li>
        <li>There are no wrong answers. You can skip anything.</li>
        <li>You can change any answer until you hand over.</li>
      </ul>
      <div className={styles.actions}>
        <Button variant="primary" size="large" trailingIcon={<ArrowRightIcon />} onPress={start}>
          Start
        </Button>
      </div>
    </CalmPage>
  )
}
