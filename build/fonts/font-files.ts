import { inflateSync } from 'node:zlib'

/** One table of a font: its name of four letters, its checksum and its bytes. */
interface FontTable {
  readonly tag: string
  readonly checksum: number
  readonly bytes: Buffer
}

const WOFF_SIGNATURE = 'wOFF'
const WOFF_HEADER_BYTES = 44
const WOFF_ENTRY_BYTES = 20
const SFNT_HEADER_BYTES = 12
const SFNT_ENTRY_BYTES = 16

/**
 * The TrueType font inside a WOFF 1.0 file (W3C, 2012), which holds the same tables, each packed with
 * zlib. The renderer of pictures reads no WOFF.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== WOFF_SIGNATURE) throw new Error('This is no WOFF 1.0 file.')
  return packSfnt(woff.subarray(4, 8), readTables(woff))
}

function readTables(woff: Buffer): readonly FontTable[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = WOFF_HEADER_BYTES + index * WOFF_ENTRY_BYTES
    const offset = woff.readUInt32BE(entry + 4)
    const packed = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const bytes = woff.subarray(offset, offset + packed)
    return {
      tag: woff.toString('latin1', entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      // A table that would not have become smaller stands as it is.
      bytes: packed < length ? inflateSync(bytes) : bytes,
    }
  })
}

function packSfnt(flavour: Buffer, tables: readonly FontTable[]): Buffer {
  const header = Buffer.alloc(SFNT_HEADER_BYTES)
  flavour.copy(header, 0)
  const largestPower = Math.floor(Math.log2(tables.length))
  header.writeUInt16BE(tables.length, 4)
  header.writeUInt16BE(2 ** largestPower * SFNT_ENTRY_BYTES, 6)
  header.writeUInt16BE(largestPower, 8)
  header.writeUInt16BE((tables.length - 2 ** largestPower) * SFNT_ENTRY_BYTES, 10)
  let offset = SFNT_HEADER_BYTES + tables.length * SFNT_ENTRY_BYTES
  const entries = tables.map(({ tag, checksum, bytes }) => {
    const entry = Buffer.alloc(SFNT_ENTRY_BYTES)
    entry.write(tag, 'latin1')
    entry.writeUInt32BE(checksum, 4)
    entry.writeUInt32BE(offset, 8)
    entry.writeUInt32BE(bytes.length, 12)
    offset += padded(bytes.length)
    return entry
  })
  const bodies = tables.map(({ bytes }) => Buffer.concat([bytes], padded(bytes.length)))
  return Buffer.concat([header, ...entries, ...bodies])
}

/** Rounds up to a multiple of four bytes, at which every table begins. */
const padded = (length: number): number => Math.ceil(length / 4) * 4

/** The width of each character of a TrueType font, in thousandths of the font's size. */
export function advanceWidths(font: Buffer): ReadonlyMap<number, number> {
  const table = tableFinder(font)
  const unitsPerEm = table('head').readUInt16BE(18)
  const widths = table('hmtx')
  const lastOfItsOwn = table('hhea').readUInt16BE(34) - 1
  const advanceWidth = (glyph: number) => widths.readUInt16BE(Math.min(glyph, lastOfItsOwn) * 4)
  return new Map(
    [...glyphs(table('cmap'))].map(([character, glyph]) => [
      character,
      Math.round((advanceWidth(glyph) * 1000) / unitsPerEm),
    ]),
  )
}

function tableFinder(font: Buffer): (tag: string) => Buffer {
  return tag => {
    for (let index = 0; index < font.readUInt16BE(4); index++) {
      const entry = 12 + index * 16
      if (font.toString('latin1', entry, entry + 4) !== tag) continue
      return font.subarray(font.readUInt32BE(entry + 8)).subarray(0, font.readUInt32BE(entry + 12))
    }
    throw new Error(`The font has no table ${tag}.`)
  }
}

const SEGMENTS_FORMAT = 4

/** The glyph of each character, from the character map of format 4, which all such fonts have. */
function* glyphs(cmap: Buffer): Iterable<readonly [character: number, glyph: number]> {
  const map = segmentMap(cmap)
  const segments = map.readUInt16BE(6) / 2
  const at = (part: number, segment: number) => 14 + part * segments * 2 + segment * 2
  for (let segment = 0; segment < segments; segment++) {
    const end = map.readUInt16BE(at(0, segment))
    // One number stands between the ends and the starts, and keeps them aligned.
    const start = map.readUInt16BE(at(1, segment) + 2)
    const delta = map.readUInt16BE(at(2, segment) + 2)
    const rangePlace = at(3, segment) + 2
    const range = map.readUInt16BE(rangePlace)
    for (let character = start; character <= end && character < 0xffff; character++) {
      const direct = range === 0
      const found = direct
        ? character
        : map.readUInt16BE(rangePlace + range + (character - start) * 2)
      const glyph = direct || found !== 0 ? (found + delta) % 0x10000 : 0
      if (glyph !== 0) yield [character, glyph]
    }
  }
}

function segmentMap(cmap: Buffer): Buffer {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    if (map.readUInt16BE(0) === SEGMENTS_FORMAT) return map
  }
  throw new Error('The font has no character map of format 4.')
}
