/** How wide each character of a TrueType font is, in thousandths of the size of its letters. */
export function advanceWidths(font: Buffer): ReadonlyMap<number, number> {
  const table = tableFinder(font)
  const unitsPerEm = table('head').readUInt16BE(18)
  const widths = table('hmtx')
  const lastOfItsOwn = table('hhea').readUInt16BE(34) - 1
  const widthOf = (glyph: number) => widths.readUInt16BE(Math.min(glyph, lastOfItsOwn) * 4)
  return new Map(
    [...glyphs(table('cmap'))].map(([character, glyph]) => [
      character,
      Math.round((widthOf(glyph) * 1000) / unitsPerEm),
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
