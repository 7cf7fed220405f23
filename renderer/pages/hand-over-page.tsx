import { BetweenPeople } from '../rating/between-people.tsx'
import styles from '../rating/calm-page.module.css'
import { CalmPage } from '../rating/calm-page.tsx'

/** What stands on the screen while the laptop goes from hand to hand. */
export function HandOverPage({ workshop }: { readonly workshop: string }) {
  return (
    <CalmPage title="Thank you">
      <p className={styles.lead}>Please hand the laptop to the next person.</p>
      <p className={styles.aside}>Your answers are saved, and the next person cannot see them.</p>
      <BetweenPeople workshop={workshop} />
    </CalmPage>
  )
}
