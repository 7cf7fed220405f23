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
