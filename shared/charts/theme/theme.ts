type Five<Value> = readonly [Value, Value, Value, Value, Value]

/** The colours of a chart by role, as in the page's own themes. */
export interface ChartColours {
  readonly surface: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly lineStrong: string
  readonly accent: string
  readonly accentSoft: string
  /** The strokes that mark the lower levels. */
  readonly hatch: string
  /** From the lowest answer to the highest, and what is written on each. */
  readonly levels: Five<string>
  readonly levelInks: Five<string>
}

/** How a level is drawn. */
export interface LevelLook {
  readonly fill: string
  readonly ink: string
  /** The lower half is hatched, so that low and high differ without colour too. */
  readonly isHatched: boolean
}

/** What a chart is drawn with: values only, so that it looks alike wherever it is drawn. */
export interface ChartTheme extends ChartColours {
  /** The look of a level on a scale of any length. */
  readonly levelLook: (value: number, length: number) => LevelLook
}

/** A colour `share` of the way from one to another. */
type Mix = (from: string, to: string, share: number) => string

/** A theme of these colours; levels that lie between two of the five are mixed. */
export function chartTheme(colours: ChartColours, mix: Mix): ChartTheme {
  const { levels, levelInks } = colours
  const highest = levels.length - 1
  return {
    ...colours,
    levelLook: (value, length) => {
      const position = length === 1 ? highest : ((value - 1) * highest) / (length - 1)
      const below = Math.floor(position)
      const share = position - below
      const from = levels[below] ?? levels[0]
      return {
        fill: share === 0 ? from : mix(from, levels[below + 1] ?? from, share),
        ink: levelInks[Math.round(position)] ?? levelInks[0],
        isHatched: position < highest / 2,
      }
    },
  }
}
