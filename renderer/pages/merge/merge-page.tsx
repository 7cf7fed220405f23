import { Link } from 'wouter'
import { formatCount } from '../../../shared/messages/figures.ts'
import type { ReceiptSummary } from '../../../shared/model/packages.ts'
import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { formatMoment } from '../../ui/format.ts'
import { DownloadIcon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import { ChoosePackages } from './choose-packages.tsx'
import styles from './merge-page.module.css'
import { MergePreviewStep, ReadingPackages } from './merge-preview.tsx'
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
    <Stack gap={6}>
      <PageHeading
        title="Merge"
        actions={
          <>
            <LinkButton href={routes.conflicts(workbook)}>Conflicts</LinkButton>
            <LinkButton href={routes.exportPackage(workbook)} icon={<DownloadIcon />}>
              Export a package
            </LinkButton>
          </>
        }
      >
        <p>
          Bring the packages of other laptops together. You see first what would be new; nothing
          that is here is overwritten or counted twice.
        </p>
      </PageHeading>
      <Step {...merge} />
    </Stack>
  )
}

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
function ReceiptList() {
  const client = useClient()
  const workbook = useWorkbookId()
  const merges = useWorkbook(state => state.revision.workshops)
  const { answer, retry } = useQuery(`${merges}`, () => client.merge.receipts({ workbook }))
  return (
    <Stack aria-labelledby="receipts-heading" as="section" gap={3}>
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
    </Stack>
  )
}
