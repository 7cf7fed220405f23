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

/** A drawing that was read. */
export interface ReadDrawing {
  /** Its own size, before any zoom. */
  readonly width: number
  readonly height: number
  readonly pixels: () => Pixels
  readonly png: () => Buffer
  /** Gives its memory back. */
  readonly free: () => void
}

/** A reader of SVGs. */
export type Renderer = (svg: string, reading: Reading) => ReadDrawing

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
    return (svg, { fonts, family, zoom }) => {
      const drawing = new Resvg(svg, {
        fitTo: { mode: 'zoom', value: zoom },
        font: {
          fontFiles: fonts.map(({ path }) => unpacked(path)),
          loadSystemFonts: false,
          defaultFontFamily: family,
        },
      })
      return {
        width: drawing.width,
        height: drawing.height,
        pixels: () => {
          const image = drawing.render()
          return { width: image.width, height: image.height, rgba: image.pixels }
        },
        png: () => drawing.render().asPng(),
        free: () => undefined,
      }
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
  return (svg, { fonts, family, zoom }) => {
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { fontBuffers: fonts.map(({ bytes }) => bytes), defaultFontFamily: family },
    })
    return {
      width: drawing.width,
      height: drawing.height,
      pixels: () => {
        const image = drawing.render()
        const { width, height, pixels } = image
        image.free()
        return { width, height, rgba: pixels }
      },
      png: () => {
        const image = drawing.render()
        const png = Buffer.from(image.asPng())
        image.free()
        return png
      },
      free: () => drawing.free(),
    }
  }
}

/** The start of the WebAssembly, of which there is one in a process. */
let starting: Promise<unknown> | null = null
