import type { Scale } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { DistributionLegend } from '../../ui/distribution-bar.tsx'
import { CRITERION_NAMES } from './criteria.ts'
import styles from './scale-legend.module.css'

/** What the colours of the bars stand for, for each criterion. */
export function ScaleLegend({ scale }: { readonly scale: Scale }) {
  return (
    <dl className={styles.legend}>
      {CRITERIA.map(criterion => (
        <div key={criterion} className={styles.line}>
          <dt className={styles.name}>{CRITERION_NAMES[criterion]}</dt>
          <dd>
            <DistributionLegend levels={scale.levels[criterion]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
