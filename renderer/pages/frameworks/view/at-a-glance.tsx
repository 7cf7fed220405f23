import { formatCount, formatShare } from '../../../../shared/messages/figures.ts'
import { DATA_TYPE_NAMES, STATUS_NAMES } from '../../../../shared/messages/framework.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import { DATA_TYPES, STATUSES } from '../../../../shared/model/vocabulary.ts'
import { Stack } from '../../../ui/layout/stack.tsx'
import styles from './at-a-glance.module.css'

interface AtAGlanceProps {
  readonly indicators: readonly Indicator[]
}

interface Line {
  readonly label: string
  readonly count: number
}

function Lines({ lines, total }: { readonly lines: readonly Line[]; readonly total: number }) {
  return (
    <Stack as="dl" gap={3}>
      {lines.map(({ label, count }) => (
        <div key={label} className={styles.line}>
          <dt>{label}</dt>
          <dd className={styles.figures}>
            {formatCount(count)}
            <span className={styles.share}>{formatShare(count / total)}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ width: `${(100 * count) / total}%` }} />
            </span>
          </dd>
        </div>
      ))}
    </Stack>
  )
}

/** The composition of the framework in a few counts; shown until an indicator is chosen. */
export function AtAGlance({ indicators }: AtAGlanceProps) {
  const total = indicators.length
  const count = (test: (indicator: Indicator) => boolean) => indicators.filter(test).length
  const dataTypes = [
    ...DATA_TYPES.map(value => ({
      label: DATA_TYPE_NAMES[value],
      count: count(indicator => indicator.dataType === value),
    })),
    { label: 'Not given', count: count(indicator => indicator.dataType === null) },
  ]
  const statuses = [
    ...STATUSES.map(value => ({
      label: STATUS_NAMES[value],
      count: count(indicator => indicator.status === value),
    })),
    { label: 'Not given', count: count(indicator => indicator.status === null) },
  ]
  const given = ({ count: found }: Line) => found > 0
  return (
    <section className={styles.glance} aria-labelledby="at-a-glance">
      <h2 id="at-a-glance">At a glance</h2>
      <div>
        <h3 className={styles.heading}>Data type</h3>
        <Lines lines={dataTypes.filter(given)} total={total} />
      </div>
      <div>
        <h3 className={styles.heading}>Status</h3>
        <Lines lines={statuses.filter(given)} total={total} />
      </div>
      <p className={styles.hint}>Choose an indicator to read all there is about it.</p>
    </section>
  )
}
