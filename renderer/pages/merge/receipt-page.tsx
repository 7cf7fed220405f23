import { useState } from 'react'
import { counted, formatCount } from '../../../shared/messages/figures.ts'
import { COUNT_NAMES } from '../../../shared/messages/packages.ts'
import type { MergeReceipt, PackageAccount, PackageSource } from '../../../shared/model/packages.ts'
import { routes } from '../../app/routes.ts'
import { useClient, useServices } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { formatMoment } from '../../ui/format.ts'
import { ArrowLeftIcon, ArrowRightIcon, DownloadIcon, PrintIcon } from '../../ui/icons.tsx'
import { Button, LinkButton } from '../../ui/input/button.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import { ConflictsLink } from '../common/conflicts-link.tsx'
import { useLaptopNames } from '../common/name-laptop.tsx'
import { BeforeAfter, MergeSum } from './merge-counts.tsx'
import { AttentionList, type PackageRow, PackageTable, rowsOf } from './package-table.tsx'
import styles from './receipt-page.module.css'

function Receipt({ receipt }: { readonly receipt: MergeReceipt }) {
  const rows = rowsOf(receipt)
  const nameOf = useLaptopNames()
  return (
    <>
      <p>
        {counted(receipt.packages.length, 'package', 'packages')}, merged{' '}
        {formatMoment(receipt.mergedAt)} on {nameOf(receipt.device)} with Framework Workbook{' '}
        {receipt.app}. This receipt stays in the workbook.
      </p>
      <ReceiptActions receipt={receipt} />
      <MergeSum totals={receipt.totals} />
      <BeforeAfter before={receipt.before} after={receipt.after} />
      <div className={styles.onScreen}>
        <ConflictsLink />
      </div>
      <AttentionList rows={rows} tense="receipt" />
      <Stack aria-labelledby="packages-heading" as="section" gap={3}>
        <h2 id="packages-heading">Packages</h2>
        <PackageTable rows={rows} tense="receipt" />
      </Stack>
      <PackageDetails rows={rows} />
      <p className={styles.id}>Receipt {receipt.id}</p>
    </>
  )
}

/** The account of one merge: what was read, what became of it, and the proof. */
export function ReceiptPage({ receipt }: { readonly receipt: string }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { answer, retry } = useQuery(receipt, () => client.merge.receipt({ workbook, receipt }))
  return (
    <Stack gap={5}>
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
    </Stack>
  )
}

/** A name that sorts by the moment of the merge, which is what tells receipts apart. */
const nameOf = ({ mergedAt }: MergeReceipt, format: 'html' | 'json'): string =>
  `Receipt ${mergedAt.slice(0, 19).replaceAll(':', '-').replace('T', ' ')}.${format}`

/** Takes a receipt away: on paper, as a page for people or as a file for programs. */
function ReceiptActions({ receipt }: { readonly receipt: MergeReceipt }) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const { isDoing, problem, run } = useAction()
  const [saved, setSaved] = useState<string | null>(null)
  const save = (format: 'html' | 'json') =>
    run(async () => {
      setSaved(null)
      const to = await host.chooseDestination(nameOf(receipt, format), format)
      if (to === null) return
      await client.merge.writeReceipt({ workbook, receipt: receipt.id, format, to: to.permit })
      await host.deliver(to)
      setSaved(to.name)
    })
  return (
    <div className={styles.actions}>
      <Row gap={3} wrap>
        <Button icon={<PrintIcon />} onPress={() => window.print()}>
          Print
        </Button>
        <Button icon={<DownloadIcon />} isPending={isDoing} onPress={() => save('html')}>
          Save as a page
        </Button>
        <Button icon={<DownloadIcon />} isPending={isDoing} onPress={() => save('json')}>
          Save as JSON
        </Button>
      </Row>
      <ProblemNotice heading="The receipt was not saved" problem={problem} />
      {!problem && saved && <Notice tone="positive" heading={`${saved} is saved`} announce />}
    </div>
  )
}

type KindRow = PackageAccount['kinds'][number]

const KIND_COLUMNS: readonly Column<KindRow>[] = [
  {
    id: 'kind',
    heading: 'Kind of record',
    cell: ({ kind }) => kind.replaceAll(/[-_]/g, ' '),
    isRowHeading: true,
    width: '30%',
  },
  ...COUNT_NAMES.map(
    (name): Column<KindRow> => ({
      id: name,
      heading: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      cell: kind => formatCount(kind[name]),
      align: 'end',
    }),
  ),
]

const CONTENTS: Readonly<Record<PackageSource['contents'], string>> = {
  everything: 'Everything',
  workshops: 'Some workshops',
  setup: 'A set-up, without ratings',
}

function factsOf({ source, sha256 }: PackageAccount): readonly (readonly [string, string])[] {
  const from: readonly (readonly [string, string])[] = source
    ? [
        ['Study', source.study.title],
        ['Holds', CONTENTS[source.contents]],
        [
          'Laptop',
          source.laptop === undefined ? source.device : `${source.laptop}, ${source.device}`,
        ],
        ['Program', `Framework Workbook ${source.app}`],
        ['Newest record', source.newest === null ? 'None' : formatMoment(source.newest)],
      ]
    : []
  return [...from, ['SHA-256', sha256 ?? 'Not known, as the file could not be read to its end']]
}

function Details({ account }: { readonly account: PackageAccount }) {
  const kinds = account.kinds.filter(({ read }) => read > 0)
  return (
    <div className={styles.details}>
      <dl>
        {factsOf(account).map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kinds.length > 0 && (
        <Table
          caption={`Records of ${account.file} by kind`}
          columns={KIND_COLUMNS}
          rows={kinds}
          rowKey={({ kind }) => kind}
        />
      )}
    </div>
  )
}

/** For whoever checks: of each package its source, its fingerprint and its records by kind. */
function PackageDetails({ rows }: { readonly rows: readonly PackageRow[] }) {
  return (
    <section aria-labelledby="details-heading" className={styles.detailsSection}>
      <h2 id="details-heading">Details and fingerprints</h2>
      {rows.map(({ place, account }) => (
        <Disclosure key={place} summary={<span className={styles.file}>{account.file}</span>}>
          <Details account={account} />
        </Disclosure>
      ))}
    </section>
  )
}
