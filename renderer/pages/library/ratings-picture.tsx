import { levelLook } from '../../ui/level-look.ts'
import styles from './ratings-picture.module.css'

const LEVELS = 5
const WIDTH = 300
const GAP = 3
const ROW = 34

/** Invented shares of the five levels in each row; a drawing, not anybody's results. */
const ROWS = [
  [4, 8, 14, 40, 34],
  [2, 5, 10, 30, 53],
  [16, 24, 24, 24, 12],
  [6, 10, 22, 38, 24],
  [30, 28, 20, 14, 8],
  [3, 9, 16, 44, 28],
  [9, 16, 30, 28, 17],
] as const

const startOf = (shares: readonly number[], index: number) =>
  shares.slice(0, index).reduce((sum, share) => sum + share, 0)

function Bar({ shares, y }: { readonly shares: readonly number[]; readonly y: number }) {
  return shares.map((share, index) => (
    <rect
      key={`${startOf(shares, index)}`}
      x={(startOf(shares, index) / 100) * WIDTH}
      y={y}
      width={(share / 100) * WIDTH - GAP}
      height={20}
      rx={3}
      style={{ fill: levelLook(index + 1, LEVELS).fill }}
    />
  ))
}

/** A sheet of stacked bars: what comes of a workshop. Decoration only. */
export function RatingsPicture() {
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH - GAP} ${ROWS.length * ROW - 14}`}
      aria-hidden="true"
      focusable="false"
    >
      {ROWS.map((shares, row) => (
        <Bar key={shares.join()} shares={shares} y={row * ROW} />
      ))}
    </svg>
  )
}
