import type { ReactNode } from 'react'
import { COUNT_NAMES } from '../../../shared/messages/receipts.ts'
import { formatCount, formatMoment } from '../../format.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { needsAttention, type PackageRow, shortDevice } from './package-rows.ts'
import styles from './package-table.module.css'

/** Whether the packages are yet to be accepted, or were. */
export type Tense = 'preview' | 'receipt'

const TAKEN = { preview: 'Ready', receipt: 'Brought in' } as const

function Outcome({ row, tense }: { readonly row: PackageRow; readonly tense: Tense }) {
  if (!row.account.accepted) return <Tag tone="danger">Not taken</Tag>
  if (needsAttention(row)) return <Tag tone="caution">{TAKEN[tense]}, see above</Tag>
  return <Tag tone="positive">{TAKEN[tense]}</Tag>
}

function Source({ row: { account } }: { readonly row: PackageRow }) {
  const { source } = account
  if (source === null) return <span className={styles.source}>Not known</span>
  return (
    <span className={styles.source}>
      Laptop <span className={styles.device}>{shortDevice(source.device)}</span>
      {source.newest !== null && <span>, until {formatMoment(source.newest)}</span>}
    </span>
  )
}

const COUNT_COLUMNS: readonly Column<PackageRow>[] = COUNT_NAMES.map(name => ({
  id: name,
  heading: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  cell: ({ account }) => formatCount(account[name]),
  sortBy: ({ account }) => account[name],
  align: 'end',
}))

interface PackageTableProps {
  readonly rows: readonly PackageRow[]
  readonly tense: Tense
  /** Shows the name of a package, as with a box to tick. */
  readonly name?: (row: PackageRow) => ReactNode
}

/** The packages of a merge, each with where it comes from and what became of its records. */
export function PackageTable({ rows, tense, name }: PackageTableProps) {
  const columns: readonly Column<PackageRow>[] = [
    {
      id: 'file',
      heading: 'Package',
      cell: row => name?.(row) ?? <span className={styles.file}>{row.account.file}</span>,
      sortBy: ({ account }) => account.file,
      isRowHeading: true,
      width: '26%',
    },
    { id: 'source', heading: 'Comes from', cell: row => <Source row={row} />, width: '20%' },
    {
      id: 'outcome',
      heading: 'Outcome',
      cell: row => <Outcome row={row} tense={tense} />,
      sortBy: row => (row.account.accepted ? (needsAttention(row) ? 1 : 2) : 0),
    },
    ...COUNT_COLUMNS,
  ]
  return (
    <Table caption="Packages" columns={columns} rows={rows} rowKey={({ place }) => `${place}`} />
  )
}
