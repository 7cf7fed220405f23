import { TYPEFACE, typefaceFiles } from '../../files/pictures/svg-to-png.ts'

/** The styles of the report, on screen and on A4. Nothing in it depends on colour alone. */
export const REPORT_STYLES = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem; color: #1b2a30; background: #fff;
  font: 16px/1.45 "Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .35rem; }
h4 { font-size: .95rem; font-weight: 400; margin: .8rem 0 .3rem; max-width: 46rem; }
p { margin: .4rem 0; max-width: 46rem; }
p, li { overflow-wrap: anywhere; }
.lead { font-size: 1.15rem; }
.muted { color: #4b5c63; }
.warning { border: 2px solid #8a3b12; border-radius: .4rem; padding: .5rem .8rem; font-weight: 600; }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: .75rem; margin: 1rem 0; padding: 0;
  list-style: none; }
.tiles li { border: 1px solid #b9c6ca; border-radius: .5rem; padding: .6rem .8rem; }
.tiles strong { display: block; font-size: 1.6rem; line-height: 1.2; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
ul.plain { margin: .3rem 0; padding: 0; list-style: none; }
ul.plain li { padding: .12rem 0; }
/* A code is not broken at its hyphen, unless it is longer than its place. */
.code { display: inline-block; max-width: 100%; font-variant-numeric: tabular-nums; font-weight: 600;
  vertical-align: top; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1rem; font-size: .86rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .45rem; border-bottom: 1px solid #cfd8db; }
thead th { border-bottom: 2px solid #1f4e5f; vertical-align: bottom; }
.results { table-layout: fixed; }
.results thead th { width: 10%; }
.results thead th:first-child { width: 22%; }
.results thead th:nth-child(3) { width: 5%; }
.results thead th:nth-child(4), .results thead th:nth-child(8) { width: 8%; }
.results thead th:nth-child(7) { width: 19%; }
tbody th { font-weight: 400; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 1rem 0; }
figcaption, caption { color: #4b5c63; font-size: .86rem; text-align: left; }
figcaption { padding: .2rem 1.6rem 0; }
caption { padding: 0 0 .35rem; }
figcaption strong, caption strong { color: #1b2a30; }
.printed td, .printed th { overflow-wrap: anywhere; white-space: pre-line; }
.scroll:focus-visible { outline: 2px solid #1f4e5f; outline-offset: 2px; }
a { color: #1f4e5f; }
nav h2 { font-size: 1rem; margin: 1rem 0 .25rem; }
nav ul { columns: 3; column-gap: 2rem; margin: 0; padding: 0; list-style: none; font-size: .9rem; }
nav li { break-inside: avoid; padding: .12rem 0; }
figure svg { display: block; width: 100%; height: auto; }
blockquote { margin: .35rem 0; padding: 0 0 0 .8rem; border-left: 3px solid #b9c6ca;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.who { color: #4b5c63; font-size: .86rem; }
dl { display: grid; grid-template-columns: 12rem 1fr; gap: .25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) {
  .tiles, .columns { grid-template-columns: 1fr 1fr; }
  .columns, dl { grid-template-columns: 1fr; }
  .scroll { overflow-x: auto; }
  nav ul { columns: 1; }
  nav a { display: inline-block; padding: .25rem 0; }
}
@page { size: A4; margin: 16mm 15mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); color: #4b5c63; vertical-align: top;
    padding-top: 4mm; font: 9pt "Atkinson Hyperlegible Next", "Segoe UI", system-ui, sans-serif; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  /* The edge of a page would cut a line that stands on it. */
  main { padding: 0 .3mm; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; margin-top: 6mm; }
  h2, h3, h4 { break-after: avoid; }
  .page { break-after: page; }
  /* Two of them with their captions are a page, so none that has to go on to the next leaves half of one empty. */
  .section figure { margin: 3mm 0; }
  .section figure svg { width: auto; max-width: 100%; max-height: 106mm; }
  .page > h2:first-child, .page + .section > h2:first-child { margin-top: 0; }
  .columns, .columns + h2 ~ :not(h2) { font-size: 9.5pt; line-height: 1.3; }
  .columns h3 { font-size: 11pt; margin: 3mm 0 1mm; }
  table { font-size: 9pt; }
  nav h2 { font-size: 10.5pt; margin: 3mm 0 1mm; }
  nav ul { font-size: 8.5pt; line-height: 1.25; }
  caption, thead { break-after: avoid; break-inside: avoid; }
  .results tbody, tr, figure, blockquote, .tiles li { break-inside: avoid; }
  thead { display: table-header-group; }
  .said { columns: 2; column-gap: 8mm; font-size: 9.5pt; line-height: 1.35; }
  .said .who { font-size: inherit; }
  .said h4 { font-size: 9.5pt; margin: 3mm 0 1mm; }
  .said h4:first-child { margin-top: 0; }
  /* The first page is one page however long the contents are: the map takes what they leave. */
  header.page { display: flex; flex-direction: column; height: 260mm; }
  .map, .map figure { display: flex; flex-direction: column; flex: 1; min-height: 0; margin: 0; }
  .map svg { flex: 1; min-height: 0; }
}
`

/** The characters of each subset, as the typeface's package lists them (its unicode.json). */
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
