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
  const { colours, uses, ends, numbers } = countColours(rgba)
  const palette = mostUsed(colours, uses)
  const places = placesIn(palette, colours)
  const pixels = new Uint8Array(width * height)
  let from = 0
  for (let run = 0; run < ends.length; run++) {
    const [to, place] = [ends[run] ?? 0, places[numbers[run] ?? 0] ?? 0]
    // Setting the few pixels of a short run takes less than asking for them to be filled.
    if (to - from > LONG_RUN) pixels.fill(place, from, to)
    else for (let at = from; at < to; at++) pixels[at] = place
    from = to
  }
  // The first byte of a row stays 0: the row stands as it is.
  const rows = new Uint8Array(height * (width + 1))
  for (let y = 0; y < height; y++) {
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
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

const LONG_RUN = 16

interface CountedColours {
  /** Each colour once, as 0xRRGGBB, in the order in which the drawing has them. */
  readonly colours: readonly number[]
  /** The number of pixels of each. */
  readonly uses: readonly number[]
  /** The pixel after the last of each run of one colour, and the colour's number among these. */
  readonly ends: Uint32Array
  readonly numbers: Uint32Array
}

/** The places that colours are remembered at, a power of two: more than most drawings have. */
const REMEMBERED = 4096

/** Numbers the colours of a drawing. Neighbours are mostly of one colour, so each is looked up once a run. */
function countColours(rgba: Uint8Array): CountedColours {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4)
  const [ends, numbers] = [new Uint32Array(pixels.length), new Uint32Array(pixels.length)]
  const known = new Map<number, number>()
  // Most colours are found at a place that follows from them, which is quicker than the map.
  const [seen, seenNumbers] = [new Float64Array(REMEMBERED).fill(-1), new Uint32Array(REMEMBERED)]
  const colours: number[] = []
  const uses: number[] = []
  let runs = 0
  for (let from = 0; from < pixels.length; runs++) {
    const pixel = pixels[from] ?? 0
    let to = from + 1
    while (to < pixels.length && pixels[to] === pixel) to++
    const place = Math.imul(pixel, SPREAD) >>> 20
    let number = seenNumbers[place] ?? 0
    if (seen[place] !== pixel) {
      number = known.get(pixel) ?? colours.push(colourAt(rgba, from)) - 1
      known.set(pixel, number)
      seen[place] = pixel
      seenNumbers[place] = number
    }
    uses[number] = (uses[number] ?? 0) + to - from
    ends[runs] = to
    numbers[runs] = number
    from = to
  }
  return { colours, uses, ends: ends.subarray(0, runs), numbers: numbers.subarray(0, runs) }
}

/** A number that spreads colours over places when they are multiplied by it (Knuth's, 2^32 by the golden ratio). */
const SPREAD = 0x9e3779b1

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
  let [nearest, least] = [0, Infinity]
  for (let place = 0; place < palette.length; place++) {
    const far = distance(colour, palette[place] ?? 0)
    if (far < least) [nearest, least] = [place, far]
  }
  return nearest
}

const partsOf = (colour: number): readonly number[] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
]

function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16)
  const green = ((one >> 8) & 255) - ((other >> 8) & 255)
  const blue = (one & 255) - (other & 255)
  return red * red + green * green + blue * blue
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
