import type { Level } from '../../../shared/model/scale.ts'
import { SCREEN_THEME } from '../../charts/screen-theme.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './shown-levels.module.css'

/** The number of people at each level, by the level's value. */
type Counts = Readonly<Record<string, number>>

interface Group {
  readonly name: string
  readonly n: number
  readonly counts: Counts
}

interface ShownLevelsProps {
  /** The question, which begins the text for screen readers. */
  readonly title: string
  readonly levels: readonly Level[]
  readonly counts: Counts
  readonly n: number
  /** The groups whose answers a room may see. */
  readonly groups: readonly Group[]
}

const countsWords = (levels: readonly Level[], counts: Counts): string =>
  levels
    .filter(({ value }) => (counts[value] ?? 0) > 0)
    .map(({ value, label }) => `${counts[value]} ${label}`)
    .join(', ')

/** The answers of everyone as a column for each level, and below it a dot for each person of the larger groups. */
export function ShownLevels({ title, levels, counts, n, groups }: ShownLevelsProps) {
  const highest = Math.max(...levels.map(({ value }) => counts[value] ?? 0), 1)
  return (
    <div className={classNames(styles.levels, levels.length > 5 && styles.many)}>
      <div
        className={styles.row}
        role="img"
        aria-label={`${title}: ${countsWords(levels, counts)}`}
      >
        {levels.map(({ value, label }) => {
          const count = counts[value] ?? 0
          const { fill, isHatched } = SCREEN_THEME.levelStyle(value, levels.length)
          return (
            <div key={value} className={styles.level}>
              <div className={styles.column}>
                <span style={{ flexGrow: highest - count }} />
                <span className={styles.count}>{count}</span>
                {count > 0 && (
                  <span
                    className={classNames(styles.bar, isHatched && styles.hatched)}
                    style={{ flexGrow: count, backgroundColor: fill }}
                  />
                )}
              </div>
              <span className={styles.label}>{label}</span>
            </div>
          )
        })}
      </div>
      <p className={styles.people}>{n === 1 ? '1 person' : `${n} people`}</p>
      {groups.map(group => (
        <Dots key={group.name} levels={levels} {...group} />
      ))}
    </div>
  )
}

/** One group: a dot for each person, under the level that they chose. */
function Dots({ name, n, counts, levels }: Group & Pick<ShownLevelsProps, 'levels'>) {
  return (
    <div className={styles.group}>
      <p className={styles.name} dir="auto">
        {name}, {n} people
      </p>
      <div className={styles.row} role="img" aria-label={`${name}: ${countsWords(levels, counts)}`}>
        {levels.map(({ value }) => (
          <span key={value} className={styles.dots}>
            {Array.from({ length: counts[value] ?? 0 }, (_, person) => (
              <span
                key={String(person)}
                className={styles.dot}
                style={{ backgroundColor: SCREEN_THEME.levelStyle(value, levels.length).fill }}
              />
            ))}
          </span>
        ))}
      </div>
    </div>
  )
}
