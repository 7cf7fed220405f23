import { Notice } from '../ui/notice.tsx'
import { useRating } from './rating-context.tsx'

/** Says why something is not saved, and that it is not lost. The mark below has the way to retry. */
export function NotSavedNotice() {
  const problem = useRating(state => state.report.problem)
  if (problem === null) return null
  return (
    <Notice tone="danger" heading="Your last answers are not saved yet" announce>
      <p>
        They are kept on this page and sent again by themselves as soon as that is possible. Please
        leave it open. {problem}
      </p>
    </Notice>
  )
}
