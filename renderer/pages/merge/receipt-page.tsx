import type { MergeReceipt } from '../../../shared/model/exchange.ts'
import { counted, formatMoment } from '../../format.ts'
import { routes } from '../../routes.ts'
import { useClient } from '../../stores/services.tsx'
import { useAsked } from '../../stores/use-asked.ts'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ConflictsLink } from '../conflicts/conflicts-link.tsx'
import { AttentionList } from './attention-list.tsx'
import { BeforeAfter } from './before-after.tsx'
import { MergeSum } from './merge-sum.tsx'
import { PackageDetails } from './package-details.tsx'
import { rowsOf, shortDevice } from './package-rows.ts'
import { PackageTable } from './package-table.tsx'
import { ReceiptActions } from './receipt-actions.tsx'
import styles from './receipt-page.module.css'

function Receipt({ receipt }: { readonly receipt: MergeReceipt }) {
  const rows = rowsOf(receipt)
  return (
    <>
      <p>
        {counted(receipt.packages.length, 'package', 'packages')}, merged{' '}
        {formatMoment(receipt.mergedAt)} on laptop {shortDevice(receipt.device)} with Framework
        Workbook {receipt.app}. This receipt stays in the workbook.
      </p>
      <ReceiptActions receipt={receipt} />
      <MergeSum totals={receipt.totals} />
      <BeforeAfter before={receipt.before} after={receipt.after} />
      <div className={styles.onScreen}>
        <ConflictsLink />
      </div>
      <AttentionList rows={rows} tense="receipt" />
      <section aria-labelledby="packages-heading" className={styles.section}>
        <h2 id="packages-heading">Packages</h2>
        <PackageTable rows={rows} tense="receipt" />
      </section>
      <PackageDetails rows={rows} />
      <p className={styles.id}>Receipt {receipt.id}</p>
    </>
  )
}

/** The account of one merge: what was read, what became of it, and the proof. */
export function ReceiptPage({ receipt }: { readonly receipt: string }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { answer, retry } = useAsked(receipt, () => client.merge.receipt({ workbook, receipt }))
  return (
    <div className={styles.page}>
      <PageHeading
        title="Receipt"
        actions={
          <>
            <LinkButton href={routes.merge(workbook)} icon={<ArrowLeftIcon />}>
              All receipts
            </LinkButton>
            <LinkButton href={routes.results(workbook)} trailingIcon={<ArrowRightIcon />}>
              See the results
            </LinkButton>
          </>
        }
      />
      <Loaded from={answer} what="the receipt" onRetry={retry}>
        {found => <Receipt receipt={found} />}
      </Loaded>
    </div>
  )
}
