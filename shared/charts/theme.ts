import type { FileThemeName } from '../model/exports.ts'

type Five<Value> = readonly [Value, Value, Value, Value, Value]

/** The colours of a chart by role, as in the page's own themes. */
interface ChartColours {
  readonly surface: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly lineStrong: string
  readonly accent: string
  readonly accentSoft: string
  /** The strokes that mark the lower levels. */
  readonly hatch: string
  /** The colours from the lowest level to the highest, and the ink of text on each. */
  readonly levels: Five<string>
  readonly levelInks: Five<string>
}

/** The fill, ink and hatching of a level. */
export interface LevelStyle {
  readonly fill: string
  readonly ink: string
  /** True for the lower half of a scale, so that low and high differ without colour too. */
  readonly isHatched: boolean
}

/** The values that a chart is drawn with; no style sheet, so that a chart is the same wherever it is drawn. */
export interface ChartTheme extends ChartColours {
  /** The style of a level on a scale of any length. */
  readonly levelStyle: (value: number, length: number) => LevelStyle
}

/** A colour `share` of the way from one to another. */
type Mix = (from: string, to: string, share: number) => string

/** A theme of these colours; levels that lie between two of the five are mixed. */
export function chartTheme(colours: ChartColours, mix: Mix): ChartTheme {
  const { levels, levelInks } = colours
  const highest = levels.length - 1
  return {
    ...colours,
    levelStyle: (value, length) => {
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

// The page's own themes, renderer/styles/themes.css, in figures: a file knows no style sheet.
const COLOURS: Readonly<Record<FileThemeName, ChartColours>> = {
  light: {
    surface: '#fffefb',
    ink: '#17262b',
    muted: '#4d5c61',
    line: '#d8d3c6',
    lineStrong: '#7d7a6e',
    accent: '#0b5a63',
    accentSoft: '#d9eae8',
    hatch: 'rgba(255,255,255,0.55)',
    levels: ['#b3541f', '#e6a468', '#e0d9c8', '#6aa5ab', '#0e4f5b'],
    levelInks: ['#ffffff', '#17262b', '#17262b', '#17262b', '#ffffff'],
  },
  dark: {
    surface: '#192326',
    ink: '#f0ece2',
    muted: '#adb9ba',
    line: '#344347',
    lineStrong: '#82918f',
    accent: '#84d2d0',
    accentSoft: '#1c3d41',
    hatch: 'rgba(0,0,0,0.45)',
    levels: ['#d9713a', '#b98a5e', '#5c6462', '#5aa0a6', '#9fe0dd'],
    levelInks: ['#11191c', '#11191c', '#ffffff', '#11191c', '#11191c'],
  },
  print: {
    surface: '#ffffff',
    ink: '#000000',
    muted: '#3a3a3a',
    line: '#c4c4c4',
    lineStrong: '#6b6b6b',
    accent: '#0b5a63',
    accentSoft: '#eaf3f2',
    hatch: 'rgba(255,255,255,0.6)',
    levels: ['#b3541f', '#e6a468', '#e6e1d4', '#6aa5ab', '#0e4f5b'],
    levelInks: ['#ffffff', '#000000', '#000000', '#000000', '#ffffff'],
  },
}

/** The theme of a picture that is saved or copied. */
export const fileTheme = (name: FileThemeName): ChartTheme => chartTheme(COLOURS[name], mixColours)

type Triple = readonly [number, number, number]

const toLinear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
const fromLinear = (channel: number) =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055

const parseHex = (hex: string): Triple => {
  const channel = (index: number) => Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16)
  return [channel(0) / 255, channel(1) / 255, channel(2) / 255]
}

const formatHex = (channels: Triple): string =>
  `#${channels
    .map(channel => Math.round(Math.min(1, Math.max(0, channel)) * 255))
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')}`

/**
 * Converts a colour to Björn Ottosson's Oklab (2020), in which a mixture looks half-way between its two
 * colours.
 */
function toOklab(hex: string): Triple {
  const [red, green, blue] = parseHex(hex)
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOklab([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return formatHex([
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ])
}

/** The colour `share` of the way from one to another, as CSS `color-mix(in oklab, …)` has it. */
export function mixColours(from: string, to: string, share: number): string {
  const [one, other] = [toOklab(from), toOklab(to)]
  const at = (index: 0 | 1 | 2) => one[index] + (other[index] - one[index]) * share
  return fromOklab([at(0), at(1), at(2)])
}
