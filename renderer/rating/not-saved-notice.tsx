import type { Problem } from '../host/problem.ts'
import styles from './not-saved-notice.module.css'
import { useRating } from './rating-context.tsx'

const wordsFor = ({ code, message }: Problem): string =>
  code === 'LINE_LOST'
    ? 'Your last answers are not saved yet. They stay on this page, and are sent as soon as the ' +
      'program behind it answers again. Please leave the page open.'
    : `Your last answers are not saved yet, but they stay on this page. ${message}`

/** Says why something is not saved, and that it is not lost; the save mark has the way to retry. */
export function NotSavedNotice() {
  const problem = useRating(state => state.report.problem)
  return (
    <div role="alert" className={styles.place}>
      {problem && <p className={styles.notice}>{wordsFor(problem)}</p>}
    </div>
  )
}
