import type { ReactNode } from 'react'
import { counted, formatCount } from '../../../shared/messages/figures.ts'
import { type PackageColumn, packageColumns } from '../../../shared/messages/packages.ts'
import type {
  MergePreview,
  PackageAccount,
  PackageProblem,
} from '../../../shared/model/packages.ts'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import styles from './package-table.module.css'

/** The tense of the sentences: the packages are yet to be accepted, or were. */
type Tense = 'preview' | 'receipt'

const TAKEN = { preview: 'Ready', receipt: 'Brought in' } as const

function Outcome({ row, tense }: { readonly row: PackageRow; readonly tense: Tense }) {
  if (!row.account.accepted) return <Tag tone="danger">Not taken</Tag>
  if (needsAttention(row)) return <Tag tone="caution">{TAKEN[tense]}, see above</Tag>
  return <Tag tone="positive">{TAKEN[tense]}</Tag>
}

/** A column of the table, the same as on the command line. */
const toColumn = ({ name, of }: PackageColumn): Column<PackageRow> => ({
  id: name,
  heading: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  cell: ({ account }) => {
    const value = of(account)
    return typeof value === 'number' ? formatCount(value) : value
  },
  sortBy: ({ account }) => of(account),
  ...(!WORDS.includes(name) && { align: 'end' as const }),
})

/** The columns of words. */
const WORDS: readonly string[] = ['laptop', 'workshop']

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
    {
      id: 'outcome',
      heading: 'Outcome',
      cell: row => <Outcome row={row} tense={tense} />,
      sortBy: row => (row.account.accepted ? (needsAttention(row) ? 1 : 2) : 0),
    },
    ...packageColumns(rows.map(({ account }) => account)).map(toColumn),
  ]
  return (
    <Table caption="Packages" columns={columns} rows={rows} rowKey={({ place }) => `${place}`} />
  )
}

/** The number of packages that are named before the rest is only counted; the table has them all. */
const NAMED = 5

/** The same thing said of one or more packages. */
interface Remark {
  readonly words: string
  readonly files: readonly string[]
}

const differs = (count: number): string =>
  `${counted(count, 'rating differs', 'ratings differ')} from another of the same person. Both are ` +
  'kept, and you settle which one counts under Conflicts.'

function wordsOf({ account: { problems, conflicting } }: PackageRow): readonly string[] {
  const conflicts = conflicting === 0 ? [] : [differs(conflicting)]
  return [...problems.map(({ message }) => message), ...conflicts]
}

/** Remarks on the packages, each made once: two hundred laptops often have the same trouble. */
function remarksOn(rows: readonly PackageRow[]): readonly Remark[] {
  const said = rows.flatMap(row => wordsOf(row).map(words => ({ words, file: row.account.file })))
  return [...new Set(said.map(({ words }) => words))].map(words => ({
    words,
    files: said.filter(one => one.words === words).map(({ file }) => file),
  }))
}

function Remarks({ rows }: { readonly rows: readonly PackageRow[] }) {
  return (
    <ul>
      {remarksOn(rows).map(({ words, files }) => (
        <li key={words} className={styles.item}>
          <p className={styles.files}>
            {files.slice(0, NAMED).join(', ')}
            {files.length > NAMED && ` and ${counted(files.length - NAMED, 'other', 'others')}`}
          </p>
          <p>{words}</p>
        </li>
      ))}
    </ul>
  )
}

/** The packages that are not taken, before anything else: each with the reason. */
export function RefusedList({ rows }: { readonly rows: readonly PackageRow[] }) {
  const refused = rows.filter(({ account }) => !account.accepted)
  if (refused.length === 0) return null
  return (
    <Stack aria-labelledby="refused-heading" as="section" gap={2}>
      <h3 id="refused-heading">
        {counted(refused.length, 'package is not taken', 'packages are not taken')}
      </h3>
      <Remarks rows={refused} />
    </Stack>
  )
}

interface AttentionListProps {
  readonly rows: readonly PackageRow[]
  readonly tense: Tense
}

/** Remarks that a person should read before the figures: those to act on, changed keys last; the rest in a line. */
export function AttentionList({ rows, tense }: AttentionListProps) {
  const urgent = rows.filter(needsAttention).toSorted((one, other) => rankOf(one) - rankOf(other))
  const plain = rows.filter(row => !needsAttention(row) && row.account.problems.some(isPlain))
  const Heading = tense === 'receipt' ? 'h2' : 'h3'
  return (
    <>
      {urgent.length > 0 && (
        <Stack aria-labelledby="attention-heading" as="section" gap={2}>
          <Heading id="attention-heading">
            {counted(urgent.length, 'package needs attention', 'packages need attention')}
          </Heading>
          <Remarks rows={urgent} />
        </Stack>
      )}
      {plain.length > 0 && (
        <Disclosure
          summary={`${counted(plain.length, 'laptop', 'laptops')} seen here for the first time, with ${plain.length === 1 ? 'its key' : 'their keys'}`}
          level={tense === 'receipt' ? 2 : 3}
        >
          <Remarks rows={plain} />
        </Disclosure>
      )}
    </>
  )
}

/** The rank of a package among those to look at: refused, then what has to be decided, then the rest. */
const rankOf = ({ account: { accepted, conflicting, problems } }: PackageRow): number => {
  if (!accepted) return 0
  if (conflicting > 0) return 1
  return problems.some(({ code }) => code === 'changed-key') ? 2 : 3
}

/** One package of a merge, at its place in the list; a file that was given twice has two. */
export interface PackageRow {
  readonly place: number
  readonly account: PackageAccount
}

/** Tests whether a problem asks for nothing: each laptop's key is seen a first time. */
const isPlain = ({ code }: PackageProblem): boolean => code === 'new-key'

/** Tests whether a person should look at a package: it is refused, or has a problem that is not plain. */
export function needsAttention({ account }: PackageRow): boolean {
  const { accepted, problems, conflicting, rejected } = account
  return !accepted || !problems.every(isPlain) || conflicting > 0 || rejected > 0
}

/** The packages of a merge, in their order. */
export const rowsOf = ({ packages }: Pick<MergePreview, 'packages'>): readonly PackageRow[] =>
  packages.map((account, place) => ({ place, account }))
