import { Link } from 'wouter'
import type { ReceiptSummary } from '../../../shared/model/exchange.ts'
import { formatCount, formatMoment } from '../../format.ts'
import { routes } from '../../routes.ts'
import { useClient } from '../../stores/services.tsx'
import { useAsked } from '../../stores/use-asked.ts'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './receipt-list.module.css'

function When({ receipt }: { readonly receipt: ReceiptSummary }) {
  const workbook = useWorkbookId()
  return (
    <Link href={routes.receipt(workbook, receipt.id)} className={styles.when}>
      {formatMoment(receipt.mergedAt)}
    </Link>
  )
}

const figure = (
  id: string,
  heading: string,
  of: (receipt: ReceiptSummary) => number,
): Column<ReceiptSummary> => ({
  id,
  heading,
  cell: receipt => formatCount(of(receipt)),
  sortBy: of,
  align: 'end',
})

const COLUMNS: readonly Column<ReceiptSummary>[] = [
  {
    id: 'when',
    heading: 'Merged',
    cell: receipt => <When receipt={receipt} />,
    sortBy: ({ mergedAt }) => mergedAt,
    isRowHeading: true,
    width: '40%',
  },
  figure('packages', 'Packages', ({ packages }) => packages),
  figure('read', 'Read', ({ totals }) => totals.read),
  figure('new', 'New', ({ totals }) => totals.new),
  figure('conflicting', 'Conflicting', ({ totals }) => totals.conflicting),
]

/** The receipts that the workbook keeps, latest first. */
export function ReceiptList() {
  const client = useClient()
  const workbook = useWorkbookId()
  const merges = useWorkbook(state => state.revision.workshops)
  const { answer, retry } = useAsked(`${merges}`, () => client.merge.receipts({ workbook }))
  return (
    <section aria-labelledby="receipts-heading" className={styles.section}>
      <h2 id="receipts-heading">Receipts</h2>
      <Loaded from={answer} what="the receipts" onRetry={retry}>
        {receipts =>
          receipts.length === 0 ? (
            <p className={styles.none}>
              Nothing was merged yet. Each merge leaves a receipt here, which says what became of
              every record.
            </p>
          ) : (
            <Table
              caption="Receipts of earlier merges"
              columns={COLUMNS}
              rows={receipts}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
    </section>
  )
}
