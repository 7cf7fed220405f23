import { Button } from '../../ui/button.tsx'
import { DropArea } from '../../ui/drop-area.tsx'
import { FileIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { CheckedFile } from './checked-file.tsx'
import styles from './new-workbook-page.module.css'
import { TemplateOffer } from './template-offer.tsx'
import { type Check, useCheck } from './use-check.ts'

function Chooser({ stage, choose, drop }: Check) {
  if (stage.at === 'reading') {
    return (
      <div className={styles.reading} role="status">
        <ProgressBar label={`Reading ${stage.name}`} />
      </div>
    )
  }
  return (
    <>
      <DropArea onFile={drop}>
        <div>
          <p className={styles.ask}>Drop the spreadsheet here, or choose it</p>
          <p className={styles.hint}>
            An Excel workbook (.xlsx, .xls), OpenDocument (.ods) or csv, with a row of headings and
            a row for each indicator.
          </p>
        </div>
        <Button variant="primary" size="large" icon={<FileIcon />} onPress={() => void choose()}>
          Choose a file
        </Button>
      </DropArea>
      <TemplateOffer />
    </>
  )
}

/** Makes a workbook: choose the framework's file, settle what it means, then create. */
export function NewWorkbookPage() {
  const check = useCheck()
  const { stage } = check
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
      {stage.at === 'open' ? (
        <CheckedFile open={stage.open} check={check} />
      ) : (
        <Chooser {...check} />
      )}
    </div>
  )
}
