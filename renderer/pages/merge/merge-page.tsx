import { useState } from 'react'
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
import { TextField } from '../../ui/input/text-field.tsx'
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

/** The files by which a receipt was found, beside the figures. */
const FOUND: Column<ReceiptSummary> = {
  id: 'found',
  heading: 'Found in',
  cell: ({ found }) => (
    <span className={styles.found}>
      {found.slice(0, NAMED).join(', ')}
      {found.length > NAMED && ` and ${formatCount(found.length - NAMED)} more`}
    </span>
  ),
}

/** The number of files that are named in a row. */
const NAMED = 3

/** The receipts that the workbook keeps, latest first, or those that some words find. */
function ReceiptList() {
  const client = useClient()
  const workbook = useWorkbookId()
  const [find, setFind] = useState('')
  const merges = useWorkbook(state => state.revision.workshops)
  const wanted = find.trim()
  const { answer, retry } = useQuery(`${merges} ${wanted}`, () =>
    client.merge.receipts({ workbook, find: wanted }),
  )
  const isAny = wanted !== '' || (answer.state === 'ready' && answer.value.length > 0)
  return (
    <Stack aria-labelledby="receipts-heading" as="section" gap={3}>
      <h2 id="receipts-heading">Receipts</h2>
      {isAny && (
        <div className={styles.find}>
          <TextField
            label="Find a receipt"
            description="By a file, a laptop, a workshop, or a person’s code."
            value={find}
            onChange={setFind}
          />
        </div>
      )}
      <Loaded from={answer} what="the receipts" onRetry={retry}>
        {receipts =>
          receipts.length === 0 ? (
            <p className={styles.none}>
              {wanted === ''
                ? 'Nothing was merged yet. Each merge leaves a receipt here, which says what became of every record.'
                : 'No receipt is of that.'}
            </p>
          ) : (
            <Table
              caption="Receipts of earlier merges"
              columns={
                wanted === '' ? COLUMNS : [...COLUMNS.slice(0, 1), FOUND, ...COLUMNS.slice(1)]
              }
              rows={receipts}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
    </Stack>
  )
}
