import { COUNT_NAMES } from '../../../shared/messages/receipts.ts'
import type { PackageAccount, PackageSource } from '../../../shared/model/exchange.ts'
import { formatCount, formatMoment } from '../../format.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './package-details.module.css'
import type { PackageRow } from './package-rows.ts'

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
        ['Laptop', source.device],
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
      <dl className={styles.facts}>
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
export function PackageDetails({ rows }: { readonly rows: readonly PackageRow[] }) {
  return (
    <section aria-labelledby="details-heading" className={styles.section}>
      <h2 id="details-heading">Details and fingerprints</h2>
      {rows.map(({ place, account }) => (
        <Disclosure key={place} summary={<span className={styles.file}>{account.file}</span>}>
          <Details account={account} />
        </Disclosure>
      ))}
    </section>
  )
}
