import type { Information } from '../../../shared/model/consent.ts'
import { usualMinutes } from '../../../shared/model/protocol.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { AS_BROUGHT, useWords } from '../../ui/language/language-context.tsx'
import { Paragraphs } from '../../ui/layout/paragraphs.tsx'
import { useRoom } from '../room/room-context.tsx'
import styles from './about-study.module.css'

/** The study's own text, how long rating takes, and what it means to agree. */
export function AboutStudy({ information }: { readonly information: Information }) {
  const { join } = useWords()
  const { mostAsked } = useRoom()
  const minutes = usualMinutes(mostAsked * CRITERIA.length)
  return (
    <section aria-labelledby="about-study" className={styles.about}>
      <h2 id="about-study" className={styles.title} {...AS_BROUGHT}>
        {information.title}
      </h2>
      <div className={styles.text} lang={AS_BROUGHT.lang}>
        <Paragraphs text={information.text} />
      </div>
      <p className={styles.choice}>{join.takesTime(minutes)}</p>
    </section>
  )
}
