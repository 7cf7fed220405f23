import { useEffect, useState } from 'react'
import { LOADING, type Loadable, settle } from '../stores/loadable.ts'
import { useClient } from '../stores/services.tsx'
import { useWorkbookId } from '../stores/workbook-context.tsx'
import { useRating } from './rating-context.tsx'
import styles from './recall-phrase.module.css'

/**
 * The four words with which a participant can later ask for their answers to be deleted. They are
 * nowhere else: after the hand-over only the person has them.
 */
export function RecallPhrase() {
  const client = useClient()
  const workbook = useWorkbookId()
  const participant = useRating(state => state.participant.id)
  const [answer, setAnswer] = useState<Loadable<{ readonly phrase: string }>>(LOADING)
  useEffect(() => {
    let isWanted = true
    void settle(client.person.recallPhrase({ workbook, participant })).then(read => {
      if (isWanted) setAnswer(read)
    })
    return () => {
      isWanted = false
    }
  }, [client, workbook, participant])
  // Without them the person can still withdraw by their code, so nothing here stands in their way.
  if (answer.state !== 'ready') return null
  return (
    <section className={styles.card} aria-labelledby="recall-heading">
      <h2 id="recall-heading" className={styles.heading}>
        Your four words
      </h2>
      <p className={styles.phrase}>{answer.value.phrase}</p>
      <p className={styles.words}>
        If you ever want your answers deleted, tell the team these words. Write them down or take a
        photo, if you like: they are not shown again, and nobody can read your answers with them.
      </p>
    </section>
  )
}
