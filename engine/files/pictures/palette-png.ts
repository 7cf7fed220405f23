import { crc32, deflateSync } from 'node:zlib'

/** Pixels in rows from the top, four bytes each: red, green, blue and how opaque. */
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
  const colours = coloursOf(rgba)
  const palette = mostUsed(colours)
  const places = placesIn(palette)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    // The first byte of a row stays 0: the row stands as it is.
    const start = y * (width + 1) + 1
    eachRun(colours, y * width, (y + 1) * width, (colour, from, to) => {
      rows.fill(places(colour), start + from - y * width, start + to - y * width)
    })
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

/** Pixels as numbers, each 0xRRGGBB. */
function coloursOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  const pixels = new DataView(buffer, byteOffset, byteLength)
  const colours = new Uint32Array(byteLength / 4)
  for (let at = 0; at < colours.length; at++) colours[at] = pixels.getUint32(at * 4) >>> 8
  return colours
}

/** Goes through neighbouring pixels of one colour together: most of a drawing is its ground. */
function eachRun(
  colours: Uint32Array,
  start: number,
  end: number,
  use: (colour: number, from: number, to: number) => void,
): void {
  let from = start
  let colour = colours[start] ?? 0
  for (let at = start + 1; at < end; at++) {
    const next = colours[at] ?? 0
    if (next === colour) continue
    use(colour, from, at)
    from = at
    colour = next
  }
  if (from < end) use(colour, from, end)
}

/** The colours most used, those first; of two used as often the darker, so that the order is always one. */
function mostUsed(colours: Uint32Array): readonly number[] {
  const uses = new Map<number, number>()
  eachRun(colours, 0, colours.length, (colour, from, to) => {
    uses.set(colour, (uses.get(colour) ?? 0) + to - from)
  })
  return [...uses]
    .sort(([one, oneUses], [other, otherUses]) => otherUses - oneUses || one - other)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
}

/** Finds the place of a colour, or of the nearest one, and keeps what it has found. */
function placesIn(palette: readonly number[]): (colour: number) => number {
  const places = new Map(palette.map((colour, place) => [colour, place]))
  return colour => {
    const known = places.get(colour)
    if (known !== undefined) return known
    const distances = palette.map(other => distance(colour, other))
    const place = distances.indexOf(Math.min(...distances))
    places.set(colour, place)
    return place
  }
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
