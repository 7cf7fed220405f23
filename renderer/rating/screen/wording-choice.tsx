import { WORDING_CHOICES } from '../../../shared/messages/wordings.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import { useRating } from '../session/rating-context.tsx'
import styles from './wording-choice.module.css'

/** The wordings to read in, side by side; the chosen one is pressed. */
export function WordingChoice({ shown }: { readonly shown: Wording }) {
  const choose = useRating(state => state.choose)
  const offered = useRating(state => state.wordings)
  if (offered.every(wording => wording === shown)) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a further question
    <div role="group" aria-label="Words" className={styles.choice}>
      {offered.map(wording => (
        <button
          key={wording}
          type="button"
          className={styles.one}
          aria-pressed={wording === shown}
          onClick={() => choose(wording)}
        >
          {WORDING_CHOICES[wording].name}
        </button>
      ))}
    </div>
  )
}
