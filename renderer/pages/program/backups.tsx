import { counted } from '../../../shared/messages/figures.ts'
import type { ProgramFacts } from '../../../shared/model/program.ts'
import { formatMoment } from '../../ui/format.ts'
import { Path } from './about-page.tsx'
import { Part } from './part.tsx'
import styles from './program.module.css'
import { SecondPlace } from './second-place.tsx'

interface BackupsProps {
  readonly facts: ProgramFacts
  readonly onChanged: () => void
}

/** The backups of the workbooks: those on this laptop, and the second place that they are copied to. */
export function Backups({ facts, onChanged }: BackupsProps) {
  const { backupFolder, backups } = facts
  return (
    <Part id="backups" title="Backups">
      <p>
        Made by themselves: when a workbook is opened and closed, and every ten minutes while people
        rate. Those of the last hour are kept, then one for each hour, day and week.
      </p>
      {backups.length === 0 ? (
        <p>There is none yet. The first one follows the first participant.</p>
      ) : (
        <ul className={styles.list}>
          {backups.map(({ title, count, newest }) => (
            <li key={`${title} ${newest}`}>
              <strong>{title}</strong>: {counted(count, 'backup', 'backups')}, the newest of{' '}
              {formatMoment(newest)}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.small}>
        They lie in <Path>{backupFolder}</Path>.
      </p>
      <SecondPlace facts={facts} onChanged={onChanged} />
    </Part>
  )
}
