import { Button } from '../../ui/button.tsx'
import { DropArea } from '../../ui/drop-area.tsx'
import { FileIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { CheckedFile } from './checked-file.tsx'
import { CreateForm } from './create-form.tsx'
import styles from './new-workbook-page.module.css'
import { type CheckStage, useCheck } from './use-check.ts'

interface ChooserProps {
  readonly stage: CheckStage
  readonly onChoose: () => void
  readonly onDrop: ((file: File) => void) | null
}

function Chooser({ stage, onChoose, onDrop }: ChooserProps) {
  if (stage.at === 'reading') {
    return (
      <div className={styles.reading} role="status">
        <ProgressBar label={`Reading ${stage.name}`} />
      </div>
    )
  }
  return (
    <DropArea onFile={onDrop}>
      <div>
        <p className={styles.ask}>
          {onDrop ? 'Drop the spreadsheet here, or choose it' : 'Choose the spreadsheet'}
        </p>
        <p className={styles.hint}>
          An Excel workbook (.xlsx, .xls), OpenDocument (.ods) or csv, with a row of headings and a
          row for each indicator.
        </p>
      </div>
      <Button variant="primary" size="large" icon={<FileIcon />} onPress={onChoose}>
        Choose a file
      </Button>
    </DropArea>
  )
}

/** Makes a workbook: choose the framework's file, see what was understood of it, then create. */
export function NewWorkbookPage() {
  const { stage, choose, drop } = useCheck()
  return (
    <div className={styles.page}>
      <PageHeading title="New workbook">
        <p>
          Load the framework that you want to test. You see what was understood of it first; nothing
          is stored before you create the workbook.
        </p>
      </PageHeading>
      {stage.at === 'refused' && (
        <Notice tone="danger" heading="This file cannot be loaded" announce>
          <p>{stage.message}</p>
        </Notice>
      )}
      {stage.at === 'checked' ? (
        <>
          <CheckedFile report={stage.report} onChooseOther={() => void choose()} />
          {stage.report.clean === stage.report.candidates && stage.report.candidates > 0 && (
            <CreateForm key={stage.file.permit} file={stage.file} />
          )}
        </>
      ) : (
        <Chooser stage={stage} onChoose={() => void choose()} onDrop={drop} />
      )}
    </div>
  )
}
