import { type ChartTheme, chartTheme } from '../../shared/charts/theme.ts'

/** The page's own colours by name, so that a chart follows the theme without being drawn anew. */
export const SCREEN_THEME: ChartTheme = chartTheme(
  {
    surface: 'var(--page)',
    ink: 'var(--ink)',
    muted: 'var(--muted)',
    line: 'var(--line)',
    lineStrong: 'var(--line-strong)',
    accent: 'var(--accent)',
    accentSoft: 'var(--accent-soft)',
    hatch: 'var(--hatch)',
    levels: [
      'var(--level-1)',
      'var(--level-2)',
      'var(--level-3)',
      'var(--level-4)',
      'var(--level-5)',
    ],
    levelInks: [
      'var(--level-1-ink)',
      'var(--level-2-ink)',
      'var(--level-3-ink)',
      'var(--level-4-ink)',
      'var(--level-5-ink)',
    ],
  },
  (from, to, share) => `color-mix(in oklab, ${to} ${Math.round(share * 100)}%, ${from})`,
)

/** How a level is drawn: CSS colours of the theme, and whether it is hatched. */
interface LevelLook {
  readonly fill: string
  readonly ink: string
  /** The lower half is hatched, so that low and high differ without colour too. */
  readonly isHatched: boolean
}

const STOPS = 5

/** The look of a level on a scale of any length: five colours, and mixtures of neighbours between. */
export function levelLook(value: number, length: number): LevelLook {
  const position = length === 1 ? STOPS : 1 + ((value - 1) * (STOPS - 1)) / (length - 1)
  const below = Math.floor(position)
  const share = Math.round((position - below) * 100)
  const nearest = Math.round(position)
  const fill =
    share === 0
      ? `var(--level-${below})`
      : `color-mix(in oklab, var(--level-${below + 1}) ${share}%, var(--level-${below}))`
  return { fill, ink: `var(--level-${nearest}-ink)`, isHatched: position < (STOPS + 1) / 2 }
}
