import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Pixels } from './palette-png.ts'

/** A font as a file and as what is in it. */
export interface Font {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Words about how a drawing is to be read. */
export interface Reading {
  readonly fonts: readonly Font[]
  readonly family: string
  /** Pixels for each of the drawing's own. */
  readonly zoom: number
}

/** A renderer of SVGs: their pixels, or those as a PNG. */
export interface Renderer {
  readonly pixels: (svg: string, reading: Reading) => Pixels
  readonly png: (svg: string, reading: Reading) => Buffer
}

/** Bundles have what the engine reads at run time beside them; the sources have it where it is kept. */
const isSource = import.meta.url.endsWith('.ts')
const WASM = new URL(
  isSource ? '../../../node_modules/@resvg/resvg-wasm/index_bg.wasm' : './resvg.wasm',
  import.meta.url,
)

/**
 * Loads resvg: built for this system where that is installed, which draws in a third of the time, or else for every
 * system. Both are the same version and draw the same pixels.
 */
export const loadRenderer = async (): Promise<Renderer> => (await ofThisSystem()) ?? ofAnySystem()

/** Resvg as a binary; null where there is none for this system. */
export async function ofThisSystem(): Promise<Renderer | null> {
  try {
    const { Resvg } = await import('@resvg/resvg-js')
    // A binary that this Electron or Linux does not take says so at its first picture.
    new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>').render().pixels
    const render = (svg: string, { fonts, family, zoom }: Reading) =>
      new Resvg(svg, {
        fitTo: { mode: 'zoom', value: zoom },
        font: {
          fontFiles: fonts.map(({ path }) => unpacked(path)),
          loadSystemFonts: false,
          defaultFontFamily: family,
        },
      }).render()
    return {
      pixels: (svg, reading) => {
        const { width, height, pixels } = render(svg, reading)
        return { width, height, rgba: pixels }
      },
      png: (svg, reading) => render(svg, reading).asPng(),
    }
  } catch {
    return null
  }
}

/** Native code reads no archive of Electron's: what it reads lies beside it. */
function unpacked(path: string): string {
  const beside = path.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked')
  return beside !== path && existsSync(beside) ? beside : path
}

/** Resvg as WebAssembly, whose memory is its own and is given back by hand. */
export async function ofAnySystem(): Promise<Renderer> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  starting ??= initWasm(readFileSync(fileURLToPath(WASM)))
  await starting
  const rendered = <Result>(
    svg: string,
    { fonts, family, zoom }: Reading,
    use: (image: ReturnType<InstanceType<typeof Resvg>['render']>) => Result,
  ): Result => {
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { fontBuffers: fonts.map(({ bytes }) => bytes), defaultFontFamily: family },
    })
    const image = drawing.render()
    try {
      return use(image)
    } finally {
      image.free()
      drawing.free()
    }
  }
  return {
    pixels: (svg, reading) =>
      rendered(svg, reading, ({ width, height, pixels }) => ({ width, height, rgba: pixels })),
    png: (svg, reading) => rendered(svg, reading, image => Buffer.from(image.asPng())),
  }
}

/** The start of the WebAssembly, of which there is one in a process. */
let starting: Promise<unknown> | null = null
