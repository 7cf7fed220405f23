import { counted } from '../../../shared/messages/figures.ts'
import type { DisputedRoom } from '../../../shared/model/hands.ts'
import { routes } from '../../app/routes.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import styles from './conflicts-page.module.css'

/** Rooms whose hands two laptops counted differently, each with the way to count its lines again. */
export function DisputedHands({ rooms }: { readonly rooms: readonly DisputedRoom[] }) {
  const workbook = useWorkbookId()
  if (rooms.length === 0) return null
  return (
    <section aria-labelledby="disputed-hands">
      <h2 id="disputed-hands" className={styles.heading}>
        {counted(rooms.length, 'show of hands', 'shows of hands')} counted differently
      </h2>
      <p className={styles.measured}>
        Two laptops counted the same line and not alike. Such a line counts for nothing until
        somebody has counted it again: both counts stand beside it there.
      </p>
      <ul>
        {rooms.map(({ workshop, title, group, round, conflicts }) => (
          <li key={`${workshop} ${round} ${group}`} className={styles.item}>
            <h3 className={styles.title} dir="auto">
              {group}, {title}, round {round}
            </h3>
            <p className={styles.about}>{counted(conflicts, 'line', 'lines')} to count again</p>
            <div className={styles.action}>
              <LinkButton
                href={routes.handsOf(workbook, workshop, group, String(round))}
                aria-label={`Count the hands of ${group}, ${title}, again`}
              >
                Count again
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
