import { useStore } from 'zustand'
import { useRating, useRatingSessions } from '../session/rating-context.tsx'
import styles from './four-words.module.css'

/**
 * Shows a participant the four words that are theirs alone. Nobody can read them afterwards: a page that was loaded
 * anew has none to show.
 */
export function FourWords() {
  const participant = useRating(state => state.participant.id)
  const given = useStore(useRatingSessions().words)
  if (given?.participant !== participant) return null
  return (
    <section className={styles.card} aria-labelledby="recall-heading">
      <h2 id="recall-heading" className={styles.heading}>
        Your four words
      </h2>
      <Phrase words={given.words} />
      <p className={styles.words}>
        Write them down with your code, or take a photo. With both you can come back and go on, or
        have your answers deleted. Nobody can look up these words later. If you lose them, ask the
        facilitator for new ones.
      </p>
    </section>
  )
}

/** Four words in large letters, to be written down. */
export function Phrase({ words }: { readonly words: string }) {
  return <p className={styles.phrase}>{words}</p>
}
