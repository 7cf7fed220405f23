import { crc32, deflateSync } from 'node:zlib'

/** Pixels in rows from the top, four bytes each, the first at a multiple of four: red, green, blue and how opaque. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** The number of colours that a PNG with a palette can have. */
const MOST_COLOURS = 256
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Eight bits a pixel, each a place in the palette. */
const INDEXED = [8, 3, 0, 0, 0]

/**
 * An opaque drawing as a PNG with a palette, a third of the size of one without. A drawing has few colours but for
 * the edges of its letters; the rarest of those become the nearest that the palette has.
 */
export function palettePng({ width, height, rgba }: Pixels): Buffer {
  const { colours, uses, numbers } = countColours(rgba)
  const palette = mostUsed(colours, uses)
  const places = placesIn(palette, colours)
  // The first byte of a row stays 0: the row stands as it is.
  const rows = new Uint8Array(height * (width + 1))
  for (let y = 0, at = 0; y < height; y++) {
    const start = y * (width + 1) + 1
    for (let x = 0; x < width; x++, at++) rows[start + x] = places[numbers[at] ?? 0] ?? 0
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set(INDEXED, 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

interface CountedColours {
  /** Each colour once, as 0xRRGGBB, in the order in which the drawing has them. */
  readonly colours: readonly number[]
  /** The number of pixels of each. */
  readonly uses: readonly number[]
  /** The number of each pixel's colour among these. */
  readonly numbers: Uint32Array
}

/** Numbers the colours of a drawing. Neighbours are mostly of one colour, so each is looked up once a run. */
function countColours(rgba: Uint8Array): CountedColours {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4)
  const numbers = new Uint32Array(pixels.length)
  const known = new Map<number, number>()
  const colours: number[] = []
  const uses: number[] = []
  for (let from = 0; from < pixels.length; ) {
    const pixel = pixels[from]
    let to = from + 1
    while (to < pixels.length && pixels[to] === pixel) to++
    const colour = colourAt(rgba, from)
    const number = known.get(colour) ?? colours.push(colour) - 1
    known.set(colour, number)
    uses[number] = (uses[number] ?? 0) + to - from
    // The numbers are 0 before they are set, and most of a drawing is its ground, which comes first.
    if (number !== 0) for (let at = from; at < to; at++) numbers[at] = number
    from = to
  }
  return { colours, uses, numbers }
}

/** The colour of a pixel, as 0xRRGGBB. */
const colourAt = (rgba: Uint8Array, pixel: number): number =>
  ((rgba[pixel * 4] ?? 0) << 16) | ((rgba[pixel * 4 + 1] ?? 0) << 8) | (rgba[pixel * 4 + 2] ?? 0)

/** The colours most used, those first; of two used as often the darker, so that the order is always one. */
function mostUsed(colours: readonly number[], uses: readonly number[]): readonly number[] {
  return colours
    .map((colour, number) => ({ colour, uses: uses[number] ?? 0 }))
    .sort((one, other) => other.uses - one.uses || one.colour - other.colour)
    .slice(0, MOST_COLOURS)
    .map(({ colour }) => colour)
}

/** The place in the palette of each colour, or of the nearest one that it has. */
function placesIn(palette: readonly number[], colours: readonly number[]): readonly number[] {
  const places = new Map(palette.map((colour, place) => [colour, place]))
  return colours.map(colour => places.get(colour) ?? nearestTo(colour, palette))
}

function nearestTo(colour: number, palette: readonly number[]): number {
  const distances = palette.map(other => distance(colour, other))
  return distances.indexOf(Math.min(...distances))
}

const partsOf = (colour: number): readonly number[] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
]

function distance(one: number, other: number): number {
  const others = partsOf(other)
  return partsOf(one).reduce((sum, part, at) => sum + (part - (others[at] ?? 0)) ** 2, 0)
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
