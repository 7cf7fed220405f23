import { useStore } from 'zustand'
import { AS_BROUGHT, useWords } from '../../ui/language/language-context.tsx'
import { useRating, useRatingSessions } from '../session/rating-context.tsx'
import styles from './four-words.module.css'

/**
 * Shows a participant the four words that are theirs alone. Nobody can read them afterwards: a page that was loaded
 * anew has none to show.
 */
export function FourWords() {
  const { fourWords } = useWords()
  const participant = useRating(state => state.participant.id)
  const given = useStore(useRatingSessions().words)
  if (given?.participant !== participant) return null
  return (
    <section className={styles.card} aria-labelledby="recall-heading">
      <h2 id="recall-heading" className={styles.heading}>
        {fourWords.title}
      </h2>
      <Phrase words={given.words} />
      <p className={styles.words}>{fourWords.keep}</p>
    </section>
  )
}

/** Four words in large letters, to be written down. */
export function Phrase({ words }: { readonly words: string }) {
  return (
    <p className={styles.phrase} lang={AS_BROUGHT.lang}>
      {words}
    </p>
  )
}
