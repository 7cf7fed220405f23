import { Button } from '../../ui/button.tsx'
import { DropArea } from '../../ui/drop-area.tsx'
import { FileIcon } from '../../ui/icons.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './file-chooser.module.css'
import { TemplateOffer } from './template-offer.tsx'
import type { Check } from './use-check.ts'

/** Where a framework file is dropped or chosen, and the wait while it is read. */
export function FileChooser({ stage, choose, drop }: Pick<Check, 'stage' | 'choose' | 'drop'>) {
  if (stage.at === 'reading') {
    return (
      <div className={styles.reading} role="status">
        <ProgressBar label={`Reading ${stage.name}`} />
      </div>
    )
  }
  const takeFirst = ({ files }: DataTransfer) => {
    const file = files.item(0)
    if (file) drop(file)
  }
  return (
    <>
      <DropArea label="Framework file" onDrop={takeFirst}>
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
