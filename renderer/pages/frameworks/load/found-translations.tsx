import { translationFound } from '../../../../shared/messages/translations/translations.ts'
import type { FileTranslation } from '../../../../shared/model/translations/translation.ts'
import styles from './columns-section.module.css'

interface FoundTranslationsProps {
  readonly translations: readonly FileTranslation[]
  /** The number of indicators that the file has. */
  readonly indicators: number
}

/** The words that a framework's file has in other languages: of how many indicators. */
export function FoundTranslations({ translations, indicators }: FoundTranslationsProps) {
  return (
    <section aria-labelledby="found-translations" className={styles.section}>
      <h2 id="found-translations">Words in other languages</h2>
      <ul>
        {translations.map(one => (
          <li key={one.language}>{translationFound(one, indicators)}.</li>
        ))}
      </ul>
      <p className={styles.hint}>
        Whoever rates in that language reads these words. Where there are none, they read the
        English ones, and are told so.
      </p>
    </section>
  )
}
