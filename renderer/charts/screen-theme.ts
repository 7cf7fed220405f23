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
