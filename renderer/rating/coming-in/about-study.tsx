import type { Information } from '../../../shared/model/consent.ts'
import { usualMinutes } from '../../../shared/model/protocol.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { Paragraphs } from '../../ui/layout/paragraphs.tsx'
import { useRoom } from '../room/room-context.tsx'
import styles from './about-study.module.css'

/** The study's own text, how long rating takes, and what it means to agree. */
export function AboutStudy({ information }: { readonly information: Information }) {
  const { mostAsked } = useRoom()
  const minutes = usualMinutes(mostAsked * CRITERIA.length)
  return (
    <section aria-labelledby="about-study" className={styles.about}>
      <h2 id="about-study" className={styles.title}>
        {information.title}
      </h2>
      <div className={styles.text}>
        <Paragraphs text={information.text} />
      </div>
      <p className={styles.choice}>
        It takes most people {minutes === 1 ? 'about 1 minute' : `up to ${minutes} minutes`}. You
        can stop at any time. If you do not want to take part, give the laptop back: nothing is kept
        about you.
      </p>
    </section>
  )
}
