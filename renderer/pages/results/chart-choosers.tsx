import type { ReactNode } from 'react'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { Select } from '../../ui/select.tsx'
import styles from './chart-choosers.module.css'
import { CHART_ORDER_NAMES, CHART_ORDERS, type ChartOrder } from './chart-order.ts'

const CRITERION_OPTIONS = CRITERIA.map(value => ({ value, label: CRITERION_NAMES[value] }))
const ORDER_OPTIONS = CHART_ORDERS.map(value => ({ value, label: CHART_ORDER_NAMES[value] }))

interface CriterionChooserProps {
  readonly criterion: Criterion
  readonly onCriterion: (criterion: Criterion) => void
  /** Further choosers, in the same row. */
  readonly children?: ReactNode
}

/** Which criterion a chart is about. */
export function CriterionChooser({ criterion, onCriterion, children }: CriterionChooserProps) {
  return (
    <div className={styles.choosers}>
      <Select
        label="Criterion"
        options={CRITERION_OPTIONS}
        value={criterion}
        onChange={onCriterion}
      />
      {children}
    </div>
  )
}

interface OrderChooserProps {
  readonly order: ChartOrder
  readonly onOrder: (order: ChartOrder) => void
}

/** In which order the indicators of a chart stand. */
export function OrderChooser({ order, onOrder }: OrderChooserProps) {
  return <Select label="Order" options={ORDER_OPTIONS} value={order} onChange={onOrder} />
}
