import type { ParticipantProgress, RoundStanding } from '../../../../shared/model/workshop.ts'
import { classNames } from '../../../ui/class-names.ts'
import { CheckIcon } from '../../../ui/icons.tsx'
import styles from './code-tiles.module.css'

/** The standing of a person as a room says it. */
const WORDS: Readonly<Record<RoundStanding, string>> = {
  'not begun': 'here',
  'in the middle': 'rating',
  finished: 'done',
  excused: 'not asked',
}

const LOOKS: Readonly<Record<RoundStanding, string | undefined>> = {
  'not begun': styles.here,
  'in the middle': styles.rating,
  finished: styles.done,
  excused: styles.excused,
}

/** The size of the tiles for so many people, so that they use the screen and yet all are on it. */
const sizeFor = (people: number): string | undefined => {
  if (people <= 12) return styles.few
  return people <= 24 ? styles.some : undefined
}

/** The codes of a room as tiles, in the order in which people came: here, rating or done. */
export function CodeTiles({ people }: { readonly people: readonly ParticipantProgress[] }) {
  return (
    <ul
      className={classNames(styles.tiles, sizeFor(people.length))}
      aria-label="The people of this workshop"
    >
      {people.map(({ id, name, round, standing, rated, indicators, isTest }) => (
        <li key={id} className={classNames(styles.tile, LOOKS[standing])}>
          <strong className={styles.code}>{name}</strong>
          <span className={styles.standing}>
            {standing === 'finished' && <CheckIcon />}
            {WORDS[standing]}
            {round > 1 && `, round ${round}`}
            {isTest && ', test'}
          </span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.fill}
              style={{ width: `${indicators === 0 ? 0 : (100 * rated) / indicators}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
