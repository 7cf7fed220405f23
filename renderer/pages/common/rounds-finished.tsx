import { formatCount, formatShare } from '../../../shared/messages/figures.ts'
import type { StudyRow } from '../../../shared/model/whole-study.ts'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './rounds-finished.module.css'

/** Counts of those who finished each round of those who were asked, and of those who stopped in the middle of one that is over. */
export function RoundsFinished({ rounds }: Pick<StudyRow, 'rounds'>) {
  return (
    <Stack as="span">
      {rounds.map(({ round, finished, asked, stopped }) => (
        <span key={round} className={styles.round}>
          {rounds.length > 1 && `Round ${round}: `}
          {asked === 0
            ? '–'
            : `${formatCount(finished)} of ${formatCount(asked)} (${formatShare(finished / asked)})`}
          {stopped > 0 && <span className={styles.stopped}>, {formatCount(stopped)} stopped</span>}
        </span>
      ))}
    </Stack>
  )
}
