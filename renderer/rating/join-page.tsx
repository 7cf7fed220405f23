import { useState } from 'react'
import type { Participant, Workshop } from '../../shared/model/workshop.ts'
import { useWorkbook } from '../stores/workbook-context.tsx'
import { Loaded } from '../ui/loaded.tsx'
import styles from './calm-page.module.css'
import { CalmPage } from './calm-page.tsx'
import { ChooseGroup } from './choose-group.tsx'
import { Welcome } from './welcome.tsx'

function Join({ workshop }: { readonly workshop: Workshop }) {
  const [person, setPerson] = useState<Participant | null>(null)
  if (person) return <Welcome person={person} />
  return <ChooseGroup workshop={workshop} onJoined={setPerson} />
}

/** Where the next person starts: they say which group they are in, and learn their code. */
export function JoinPage({ workshop }: { readonly workshop: string }) {
  const workshops = useWorkbook(state => state.workshops)
  const refresh = useWorkbook(state => state.refreshWorkshops)
  return (
    <Loaded from={workshops} what="the workshop" onRetry={() => void refresh()}>
      {list => {
        const found = list.find(({ id }) => id === workshop)
        if (found) return <Join workshop={found} />
        return (
          <CalmPage title="There is no such workshop">
            <p className={styles.lead}>Please give the laptop back to the facilitator.</p>
          </CalmPage>
        )
      }}
    </Loaded>
  )
}
