import { counted, formatCount } from '../../../shared/messages/figures.ts'
import { COUNT_NAMES, TOTAL_NAMES } from '../../../shared/messages/packages.ts'
import type { MergePreview, RecordCounts } from '../../../shared/model/packages.ts'
import { type Column, Table } from '../../ui/table/table.tsx'
import styles from './merge-counts.module.css'

const WORDS: Readonly<Record<(typeof COUNT_NAMES)[number], string>> = {
  read: 'Records read',
  new: 'New',
  known: 'Known already',
  conflicting: 'Conflicting',
  withdrawn: 'Withdrawn',
  rejected: 'Rejected',
}

/** The outcome of the records, written as a sum: the number read is that of all the others together. */
export function MergeSum({ totals }: { readonly totals: RecordCounts }) {
  return (
    <dl className={styles.sum}>
      {COUNT_NAMES.map(name => (
        <div key={name} className={styles.part}>
          <dt className={styles.name}>{WORDS[name]}</dt>
          <dd className={styles.figure}>{formatCount(totals[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

interface SumWordsProps {
  readonly totals: RecordCounts
  /** The number of conflicts that the merge would add; null where it is not known. */
  readonly conflicts: number | null
}

/** Explains the figures that could be taken for something else. */
export function SumWords({ totals: { conflicting, known, rejected }, conflicts }: SumWordsProps) {
  return (
    <p className={styles.words}>
      {known > 0 && 'Known already is what was here before, or comes in two packages. '}
      {conflicting > 0 &&
        `Conflicting are answers beside another one of the same person${conflicts === null ? '' : `: ${counted(conflicts, 'question', 'questions')} with two answers or more to settle, shown as conflicts below`}. `}
      {rejected > 0 && 'Rejected is what is not stored, or says something else under a known id. '}
    </p>
  )
}

interface Row {
  readonly name: string
  readonly words: string
  readonly before: number
  readonly after: number
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'what',
    heading: 'In this workbook',
    cell: ({ words }) => words,
    isRowHeading: true,
    width: '50%',
  },
  {
    id: 'before',
    heading: 'Before',
    cell: ({ before }) => formatCount(before),
    align: 'end',
  },
  {
    id: 'after',
    heading: 'After',
    cell: ({ before, after }) =>
      before === after ? formatCount(after) : <strong>{formatCount(after)}</strong>,
    align: 'end',
  },
]

/** The workbook in numbers, before and after a merge; what changes is in bold. */
export function BeforeAfter({ before, after }: Pick<MergePreview, 'before' | 'after'>) {
  const rows = TOTAL_NAMES.map(([name, words]) => ({
    name,
    words,
    before: before[name],
    after: after[name],
  }))
  return (
    <div className={styles.totals}>
      <Table
        caption="The workbook before and after the merge"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </div>
  )
}
