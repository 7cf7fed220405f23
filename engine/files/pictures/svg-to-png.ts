import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lettersOf } from './font-letters.ts'
import { palettePng } from './palette-png.ts'
import { type Font, loadRenderer, type Renderer } from './renderer.ts'
import { createFontFinder, lettersIn } from './system-fonts.ts'

/** Pixels for each of the drawing's own: pictures are put on slides and on paper. */
const DENSITY = 2
/** Programs for slides and pages refuse a picture with more pixels than this one way or the other. A small one is a page at most. */
const MOST_PIXELS = 16_000

/** Pixels for each of the drawing's own in a file that holds many pictures: some 170 dots an inch on A4. */
const SMALL_DENSITY = 1.25

/**
 * Draws an SVG as a PNG. A `small` one has fewer pixels and a palette, for a file of many pictures that
 * people send each other.
 */
export type DrawPng = (svg: string, options?: { readonly small: boolean }) => Promise<Buffer>

/**
 * Something that draws with no browser: with the bundled typeface, so that every machine draws the same bytes, and a
 * letter that it lacks with a font of this machine. It loads what it draws with when the first picture is asked for.
 */
export function createPngDrawer(): DrawPng {
  let loading: Promise<Renderer> | null = null
  let typeface: ((svg: string) => readonly Font[]) | null = null
  return async (svg, { small } = { small: false }) => {
    typeface ??= createTypeface()
    loading ??= loadRenderer()
    const { pixels, png } = await loading
    const reading = { fonts: [...typeface(svg), ...fontsFor(svg).fonts], family: TYPEFACE }
    if (small) return palettePng(pixels(svg, { ...reading, zoom: SMALL_DENSITY }))
    return png(svg, { ...reading, zoom: zoomOf(svg) })
  }
}

/**
 * Chooses the files of the bundled typeface that have the letters of a drawing: those with the usual ones, or those with
 * all. Resvg takes a letter from a second font of the family in the wrong weight, or draws a box.
 */
export function createTypeface(): (svg: string) => readonly Font[] {
  const files = typefaceFiles('ttf')
  const usual = files.filter(({ name }) => name.includes('-latin-'))
  const all = files.filter(({ name }) => name.includes('-all-'))
  const isUsual = usual.map(({ bytes }) => lettersOf(bytes))
  const has = (letter: string) => isUsual.every(test => test(letter.codePointAt(0) ?? 0))
  return svg => (lettersIn(svg).every(has) ? usual : all)
}

const fontsFor = createFontFinder()

/** The letters of an SVG that are boxes in its picture, as no font of this machine has them. */
export const lettersNotDrawn = (svg: string): readonly string[] => fontsFor(svg).missing

/** As dense as a picture can be, by the size that its first element gives. */
function zoomOf(svg: string): number {
  const [, width, height] = / width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  return Math.min(DENSITY, MOST_PIXELS / Math.max(Number(width ?? 1), Number(height ?? 1)))
}

/** The typeface of charts and of the report. */
export const TYPEFACE = 'Atkinson Hyperlegible Next'

/** Bundles have the folder beside them; the sources have it where it is kept. */
const FOLDER = new URL('./fonts/', import.meta.url)

/** One file of the bundled typeface: its name tells which characters it has, and the weight. */
export interface FontFile extends Font {
  readonly name: string
  readonly bytes: Buffer
}

/** The bundled typeface: unpacked, or as browsers take it. */
export function typefaceFiles(ending: 'ttf' | 'woff2'): readonly FontFile[] {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith(`.${ending}`))
    .toSorted()
    .map(name => ({ name, path: fileURLToPath(new URL(name, FOLDER)) }))
    .map(file => ({ ...file, bytes: readFileSync(file.path) }))
}
