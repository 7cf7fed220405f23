import { TYPEFACE, typefaceFiles } from '../../files/typeface.ts'

/** Which characters are in each subset, as the typeface's package says (its unicode.json). */
const RANGES = {
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,' +
    'U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,' +
    'U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const

const NAME = /-(?<subset>latin|latin-ext)-(?<weight>\d+)\.woff2$/

/**
 * The typeface as rules for a page that may fetch nothing. With it the report breaks into pages alike on
 * every machine, and the words in charts are as wide as they were laid out for.
 */
export function typefaceRules(): string {
  return typefaceFiles('woff2')
    .map(({ name, bytes }) => {
      const { subset, weight } = NAME.exec(name)?.groups ?? {}
      const range = subset === 'latin-ext' ? RANGES['latin-ext'] : RANGES.latin
      const source = `url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2")`
      return `@font-face { font-family: "${TYPEFACE}"; font-weight: ${weight}; font-display: block;\n  src: ${source}; unicode-range: ${range}; }`
    })
    .join('\n')
}
