import type { Level } from '../../shared/model/scale.ts'
import { classNames } from '../ui/class-names.ts'
import { Row } from '../ui/layout/stack.tsx'
import styles from './distribution-bar.module.css'
import { SCREEN_THEME } from './screen-theme.ts'

interface DistributionBarProps {
  /** The thing that is counted, such as `Usefulness of CTX-01`; begins the text for screen readers. */
  readonly title: string
  readonly levels: readonly Level[]
  /** The number of people who chose each level, by the level's value. */
  readonly counts: Readonly<Record<string, number>>
  /** `large` writes each count in its part of the bar. */
  readonly size?: 'small' | 'large'
}

const describeBar = (title: string, parts: readonly { level: Level; count: number }[]) =>
  parts.length === 0
    ? `${title}: no answers`
    : `${title}: ${parts.map(({ level, count }) => `${count} ${level.label}`).join(', ')}`

/** One stacked bar of the number of people at each level, the lowest at the left. */
export function DistributionBar({ title, levels, counts, size = 'small' }: DistributionBarProps) {
  const parts = levels
    .map(level => ({ level, count: counts[level.value] ?? 0 }))
    .filter(({ count }) => count > 0)
  const words = describeBar(title, parts)
  return (
    <div
      className={classNames(styles.bar, styles[size], parts.length === 0 && styles.none)}
      role="img"
      aria-label={words}
      title={words}
    >
      {parts.map(({ level, count }) => {
        const style = SCREEN_THEME.levelStyle(level.value, levels.length)
        return (
          <span
            key={level.value}
            className={classNames(styles.part, style.isHatched && styles.hatched)}
            style={{ flexGrow: count, backgroundColor: style.fill, color: style.ink }}
          >
            {size === 'large' && <span className={styles.count}>{count}</span>}
          </span>
        )
      })}
    </div>
  )
}

interface LegendProps {
  readonly levels: readonly Level[]
}

/** A legend of the levels' colours. */
export function DistributionLegend({ levels }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {levels.map(level => {
        const style = SCREEN_THEME.levelStyle(level.value, levels.length)
        return (
          <Row key={level.value} as="li" gap={2} align="center" inline>
            <span
              className={classNames(styles.swatch, style.isHatched && styles.hatched)}
              style={{ backgroundColor: style.fill }}
            />
            {level.value} {level.label}
          </Row>
        )
      })}
    </ul>
  )
}
