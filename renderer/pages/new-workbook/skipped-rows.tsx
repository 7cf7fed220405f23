import type { CheckReport } from '../../../shared/model/check.ts'
import { formatCount } from '../../format.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Paged } from '../../ui/paged.tsx'
import styles from './skipped-rows.module.css'

const PER_PAGE = 15

/** The rows that are not taken for indicators, each with the reason. */
export function SkippedRows({ skipped }: Pick<CheckReport, 'skipped'>) {
  if (skipped.length === 0) return null
  return (
    <Disclosure level={2} summary="Skipped rows" note={formatCount(skipped.length)}>
      <Paged what="skipped rows" items={skipped} perPage={PER_PAGE}>
        {shown => (
          <ul className={styles.skipped}>
            {shown.map(({ row, reason }) => (
              <li key={row}>
                <strong>Row {row}</strong> {reason}
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Disclosure>
  )
}
