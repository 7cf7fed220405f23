import { readdirSync, readFileSync } from 'node:fs'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { palettePng } from './palette-png.ts'
import { createFontFinder } from './system-fonts.ts'

/** Bundles have what the engine reads at run time beside them; the sources have it where it is kept. */
const isSource = import.meta.url.endsWith('.ts')
const DRAWER = new URL(
  isSource ? '../../../node_modules/@resvg/resvg-wasm/index_bg.wasm' : './resvg.wasm',
  import.meta.url,
)

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
  let loading: Promise<readonly Uint8Array[]> | null = null
  return async (svg, { small } = { small: false }) => {
    loading ??= loadDrawer()
    const fonts = [...(await loading), ...fontsFor(svg).fonts]
    const zoom = small ? SMALL_DENSITY : zoomOf(svg, fonts)
    return withParsed(svg, fonts, zoom, drawing => {
      const image = drawing.render()
      const png = small
        ? palettePng({ width: image.width, height: image.height, rgba: image.pixels })
        : Buffer.from(image.asPng())
      image.free()
      return png
    })
  }
}

const fontsFor = createFontFinder()

/** The letters of an SVG that are boxes in its picture, as no font of this machine has them. */
export const lettersNotDrawn = (svg: string): readonly string[] => fontsFor(svg).missing

/** As dense as a picture can be, which only one that is read twice can tell. */
function zoomOf(svg: string, fonts: readonly Uint8Array[]): number {
  const { width, height } = withParsed(svg, fonts, 1, drawing => ({
    width: drawing.width,
    height: drawing.height,
  }))
  return Math.min(DENSITY, MOST_PIXELS / Math.max(width, height))
}

async function loadDrawer(): Promise<readonly Uint8Array[]> {
  await initWasm(readFileSync(DRAWER))
  return typefaceFiles('ttf').map(({ bytes }) => bytes)
}

/** The library's memory is its own, and is given back by hand. */
function withParsed<Result>(
  svg: string,
  fonts: readonly Uint8Array[],
  zoom: number,
  use: (drawing: InstanceType<typeof Resvg>) => Result,
): Result {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: [...fonts], defaultFontFamily: TYPEFACE },
  })
  try {
    return use(drawing)
  } finally {
    drawing.free()
  }
}

/** The typeface of charts and of the report. */
export const TYPEFACE = 'Atkinson Hyperlegible Next'

/** Bundles have the folder beside them; the sources have it where it is kept. */
const FOLDER = new URL('./fonts/', import.meta.url)

/** One file of the bundled typeface: its name tells the subset of characters and the weight. */
export interface FontFile {
  readonly name: string
  readonly bytes: Buffer
}

/** The bundled typeface: unpacked, or as browsers take it. */
export function typefaceFiles(ending: 'ttf' | 'woff2'): readonly FontFile[] {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith(`.${ending}`))
    .toSorted()
    .map(name => ({ name, bytes: readFileSync(new URL(name, FOLDER)) }))
}
