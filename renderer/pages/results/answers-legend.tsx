import type { Scale } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { DistributionLegend } from '../../ui/distribution-bar.tsx'
import styles from './answers-legend.module.css'

/** What the colours of the bars stand for, on one line: the levels, and what both ends are called. */
export function AnswersLegend({ scale }: { readonly scale: Scale }) {
  const called = (end: 0 | -1) =>
    CRITERIA.map(criterion => scale.levels[criterion].at(end)?.label ?? '').join(' / ')
  return (
    <div className={styles.legend}>
      <span>{called(0)}</span>
      <DistributionLegend
        levels={scale.levels.usefulness.map(({ value }) => ({ value, label: '' }))}
      />
      <span>{called(-1)}</span>
    </div>
  )
}
