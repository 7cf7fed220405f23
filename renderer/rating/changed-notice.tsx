import { Notice } from '../ui/notice.tsx'
import { useRating } from './rating-context.tsx'

/** Says that the indicators have just changed; it goes as soon as the person goes on. */
export function ChangedNotice() {
  const hasJustChanged = useRating(state => state.hasJustChanged)
  if (!hasJustChanged) return null
  return (
    <Notice tone="info" heading="The indicators have just been changed" announce>
      <p>You can go on from here. Everything that you have answered is kept.</p>
    </Notice>
  )
}
