import { useLocation } from 'wouter'
import type { Participant } from '../../shared/model/workshop.ts'
import { routes } from '../routes.ts'
import { useWorkbook, useWorkbookId } from '../stores/workbook-context.tsx'
import { Loaded } from '../ui/loaded.tsx'
import styles from './calm-page.module.css'
import { CalmPage } from './calm-page.tsx'
import { ChooseGroup } from './choose-group.tsx'
import { useDesk } from './rating-context.tsx'

/** Lets a new person in to their own page; Back does not return here, where they would join twice. */
function useLetIn() {
  const desk = useDesk()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  return ({ id, workshop }: Participant) => {
    desk.admit(id)
    navigate(routes.rate(workbook, workshop, id), { replace: true })
  }
}

/** Where the next person says which group they are in. */
export function JoinPage({ workshop }: { readonly workshop: string }) {
  const workshops = useWorkbook(state => state.workshops)
  const refresh = useWorkbook(state => state.refreshWorkshops)
  const letIn = useLetIn()
  return (
    <Loaded from={workshops} what="the workshop" onRetry={() => void refresh()}>
      {list => {
        const found = list.find(({ id }) => id === workshop)
        if (found) return <ChooseGroup workshop={found} onJoined={letIn} />
        return (
          <CalmPage title="There is no such workshop">
            <p className={styles.lead}>Please give the laptop back to the facilitator.</p>
          </CalmPage>
        )
      }}
    </Loaded>
  )
}
