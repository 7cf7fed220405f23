import { reasonOfSecondPlace } from '../../../shared/messages/program/second-place.ts'
import type { SecondPlaceFacts } from '../../../shared/model/program.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { formatMoment } from '../../ui/format.ts'

interface SecondPlaceProblemProps {
  readonly problem: NonNullable<SecondPlaceFacts['problem']>
}

/** Says that backups are not copied to the second place, since when, and what to do. */
export function SecondPlaceProblem({ problem: { since, code } }: SecondPlaceProblemProps) {
  return (
    <Notice tone="caution" heading={`No backup on the second place since ${formatMoment(since)}`}>
      <p>
        {reasonOfSecondPlace(code)} Nothing is lost: backups are made on this laptop as before, and
        copied there as soon as they can be.
      </p>
    </Notice>
  )
}
