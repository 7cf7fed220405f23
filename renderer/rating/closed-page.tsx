import { BetweenPeople } from './between-people.tsx'
import styles from './calm-page.module.css'
import { CalmPage } from './calm-page.tsx'

/** What stands at the address of someone's answers for everyone who was not let in to them. */
export function ClosedPage({ workshop }: { readonly workshop: string }) {
  return (
    <CalmPage title="These answers are closed">
      <p className={styles.lead}>
        Someone has handed over the laptop here, and what they wrote is not shown again. If they are
        yours and you are not done, ask the facilitator to open them.
      </p>
      <BetweenPeople workshop={workshop} />
    </CalmPage>
  )
}
