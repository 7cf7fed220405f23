import { useState } from 'react'
import { ENOUGH_ANSWERS } from '../../../shared/model/few-answers.ts'
import { useClient } from '../../stores/services.tsx'
import { useAsked } from '../../stores/use-asked.ts'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import type { DiscussedIndicator } from './read-discussion.ts'
import styles from './shown-comments.module.css'

interface ShownCommentsProps {
  readonly workshop: string
  readonly shown: DiscussedIndicator
}

/** How many comments a room can take in at once. */
const AT_FIRST = 4

/** What people wrote, without saying who; a group is named only where enough people are in it. */
export function ShownComments({ workshop, shown }: ShownCommentsProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.ratings)
  const [showsAll, setShowsAll] = useState(false)
  const indicator = shown.item.indicator.id
  const scope = { workbook, workshops: [workshop], indicator, hideGroupsUnder: ENOUGH_ANSWERS }
  const { answer, retry } = useAsked(`${indicator} ${revision}`, () => client.comment.list(scope))
  return (
    <Loaded from={answer} what="the comments" onRetry={retry}>
      {comments => {
        const told = comments.filter(({ text }) => text !== '')
        if (told.length === 0) return null
        return (
          <section className={styles.comments} aria-labelledby="comments">
            <h2 id="comments" className={styles.heading}>
              What people wrote
            </h2>
            <ul className={styles.list}>
              {told.slice(0, showsAll ? told.length : AT_FIRST).map(({ rating, text, group }) => (
                <li key={rating} className={styles.comment}>
                  <q>{text}</q>
                  {group && <span className={styles.group}>{group}</span>}
                </li>
              ))}
            </ul>
            {told.length > AT_FIRST && !showsAll && (
              <Button variant="quiet" onPress={() => setShowsAll(true)}>
                Show all {told.length}
              </Button>
            )}
          </section>
        )
      }}
    </Loaded>
  )
}
