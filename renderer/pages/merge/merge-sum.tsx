import { COUNT_NAMES } from '../../../shared/messages/receipts.ts'
import type { RecordCounts } from '../../../shared/model/exchange.ts'
import { formatCount } from '../../format.ts'
import styles from './merge-sum.module.css'

const WORDS: Readonly<Record<(typeof COUNT_NAMES)[number], string>> = {
  read: 'Records read',
  new: 'New',
  known: 'Known already',
  conflicting: 'Conflicting',
  withdrawn: 'Withdrawn',
  rejected: 'Rejected',
}

/** What became of the records, as the sum that it is: read is all the others together. */
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
