import { routes } from '../../routes.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ChoosePackages } from './choose-packages.tsx'
import styles from './merge-page.module.css'
import { MergePreviewStep } from './merge-preview.tsx'
import { ReadingPackages } from './reading-packages.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { type Merge, useMerge } from './use-merge.ts'

function Step(merge: Merge) {
  const { stage, choose, drop, cancel } = merge
  switch (stage.at) {
    case 'taking':
    case 'reading':
      return <ReadingPackages stage={stage} onCancel={cancel} />
    case 'previewed':
      return <MergePreviewStep key={stage.reading.token} {...merge} stage={stage} />
    case 'failed':
    case 'choosing':
      return (
        <>
          {stage.at === 'failed' && (
            <Notice tone="danger" heading="Nothing was brought in" announce>
              <p>{stage.message}</p>
            </Notice>
          )}
          <ChoosePackages
            onChoose={choose}
            onDrop={drop}
            isBack={stage.at === 'failed' || stage.isBack}
          />
          <ReceiptList />
        </>
      )
  }
}

/** Brings the packages of other laptops into this workbook, and lists the receipts of it. */
export function MergePage() {
  const workbook = useWorkbookId()
  const merge = useMerge()
  return (
    <div className={styles.page}>
      <PageHeading
        title="Merge"
        actions={
          <LinkButton href={routes.exportPackage(workbook)} icon={<DownloadIcon />}>
            Export a package
          </LinkButton>
        }
      >
        <p>
          Bring the packages of other laptops together. You see first what would be new; nothing
          that is here is overwritten or counted twice.
        </p>
      </PageHeading>
      <Step {...merge} />
    </div>
  )
}
