import { counted, formatCount } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './reading-packages.module.css'
import { StepHeading } from './step-heading.tsx'
import type { MergeStage } from './use-merge.ts'

interface ReadingPackagesProps {
  readonly stage: Extract<MergeStage, { at: 'taking' | 'reading' }>
  readonly onCancel: () => void
}

function Progress({ stage }: Pick<ReadingPackagesProps, 'stage'>) {
  if (stage.at === 'taking') return <ProgressBar label="Taking the files" />
  const { files, done, file, records } = stage.progress
  return (
    <ProgressBar
      label={file === '' ? 'Comparing with this workbook' : `Reading ${file}`}
      value={done}
      total={files}
      words={`${formatCount(done)} of ${counted(files, 'package', 'packages')}, ${counted(records, 'record', 'records')}`}
    />
  )
}

/** The wait while packages are read, which can be ended at any moment. */
export function ReadingPackages({ stage, onCancel }: ReadingPackagesProps) {
  return (
    <section className={styles.reading}>
      <StepHeading>Reading the packages</StepHeading>
      <Progress stage={stage} />
      <p className={styles.hint}>Nothing is stored yet. You see first what would be new.</p>
      <div>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </section>
  )
}
