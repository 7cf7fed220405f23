import { DATA_TYPE_MEANINGS, STATUS_MEANINGS } from '../../shared/messages/indicators.ts'
import type { Indicator } from '../../shared/model/framework.ts'
import styles from './indicator-facts.module.css'

interface FactProps {
  readonly label: string
  readonly value: string
  /** What the value means, in plain words. */
  readonly meaning?: string | undefined
}

function Fact({ label, value, meaning }: FactProps) {
  if (value === '') return null
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd>
        <span className={styles.value}>{value}</span>
        {meaning && <span className={styles.meaning}>{meaning}</span>}
      </dd>
    </div>
  )
}

/** What else the framework says of an indicator, for someone who rates it. */
export function IndicatorFacts({ indicator }: { readonly indicator: Indicator }) {
  const { definition, rationale, dataType, status, source, unit, population } = indicator
  return (
    <div className={styles.facts}>
      <dl className={styles.long}>
        <Fact label="How it is counted" value={definition} />
        <Fact label="Why it is here" value={rationale} />
      </dl>
      <dl className={styles.short}>
        <Fact
          label="Data type"
          value={dataType ?? ''}
          meaning={dataType ? DATA_TYPE_MEANINGS[dataType] : undefined}
        />
        <Fact
          label="Status"
          value={status ?? ''}
          meaning={status ? STATUS_MEANINGS[status] : undefined}
        />
        <Fact label="Source" value={source} />
        <Fact label="Unit" value={unit} />
        <Fact label="Population" value={population} />
      </dl>
    </div>
  )
}
