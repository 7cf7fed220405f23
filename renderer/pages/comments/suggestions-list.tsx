import type { Indicator } from '../../../shared/model/framework.ts'
import type { ListedSuggestion } from '../../../shared/model/suggestion.ts'
import styles from './comment-item.module.css'

interface SuggestionsListProps {
  readonly suggestions: readonly ListedSuggestion[]
  readonly indicators: readonly Indicator[]
}

/** What people suggest: better words for an indicator, or something that is missing. */
export function SuggestionsList({ suggestions, indicators }: SuggestionsListProps) {
  const titles = new Map(indicators.map(({ id, code, title }) => [id, `${code} ${title}`]))
  return (
    <ul>
      {suggestions.map(({ id, indicator, text, group, round }) => (
        <li key={id} className={styles.comment}>
          <p className={styles.text}>{text}</p>
          <p className={styles.about}>
            {[
              indicator === null
                ? 'Something that is missing'
                : `Instead of: ${titles.get(indicator) ?? 'an indicator no longer in the framework'}`,
              group ?? 'a small group',
              ...(round > 1 ? [`round ${round}`] : []),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
