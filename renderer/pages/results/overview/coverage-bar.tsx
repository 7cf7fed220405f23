import { type Coverage, coverageOf } from '../../../../shared/charts/coverage.ts'
import { ANSWER_LABELS } from '../../../../shared/messages/exports.ts'
import type { IndicatorResult } from '../../../../shared/model/results.ts'
import { formatCount, formatShare } from '../../../format.ts'
import { classNames } from '../../../ui/class-names.ts'
import styles from './coverage-bar.module.css'

/** The parts of the bar, in the order in which they stand in it. */
const PARTS = [
  { part: 'levels', label: 'Chose a level' },
  { part: 'dontKnow', label: ANSWER_LABELS.dont_know },
  { part: 'notApplicable', label: ANSWER_LABELS.not_applicable },
  { part: 'missing', label: 'No answer' },
] as const satisfies readonly { readonly part: keyof Coverage; readonly label: string }[]

interface CoverageBarProps {
  readonly indicators: readonly IndicatorResult[]
}

/** How many of the questions that could have been answered were, and what became of the others. */
export function CoverageBar({ indicators }: CoverageBarProps) {
  const coverage = coverageOf([...indicators])
  const { possible, missing } = coverage
  if (possible === 0) return null
  return (
    <section className={styles.coverage} aria-label="Coverage">
      <p className={styles.words}>
        <strong>{formatShare((possible - missing) / possible)}</strong> of {formatCount(possible)}{' '}
        questions answered
      </p>
      <div className={styles.bar} aria-hidden="true">
        {PARTS.map(({ part }) => (
          <span
            key={part}
            className={classNames(styles.part, styles[part])}
            style={{ flexGrow: coverage[part] }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {PARTS.map(({ part, label }) => (
          <li key={part}>
            <span className={classNames(styles.swatch, styles[part])} />
            {label} <span className={styles.count}>{formatCount(coverage[part])}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
