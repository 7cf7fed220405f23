/** A font file as far as it was asked for a letter. */
type HasLetter = (codePoint: number) => boolean

/** The subtables that say where a letter's drawing is: for the first plane, and for every plane. */
const FORMATS: Readonly<Record<number, (table: DataView) => HasLetter>> = {
  4: ofFirstPlane,
  12: ofEveryPlane,
}

/**
 * Finds for which letters a font has a drawing, by its table `cmap` (OpenType specification, formats 4 and 12). Of a
 * collection the first font counts. A file that is no font, or is cut off, has no letters.
 */
export function lettersOf(font: Uint8Array): HasLetter {
  try {
    const tables = subtables(new DataView(font.buffer, font.byteOffset, font.byteLength))
    return codePoint => tables.some(has => has(codePoint))
  } catch (fault) {
    if (fault instanceof RangeError) return () => false
    throw fault
  }
}

const COLLECTION = 0x74746366
const CMAP = 0x636d6170

function subtables(file: DataView): readonly HasLetter[] {
  const start = file.getUint32(0) === COLLECTION ? file.getUint32(12) : 0
  const names = Array.from({ length: file.getUint16(start + 4) }, (_, at) => start + 12 + 16 * at)
  const entry = names.find(at => file.getUint32(at) === CMAP)
  if (entry === undefined) return []
  const cmap = file.getUint32(entry + 8)
  return Array.from({ length: file.getUint16(cmap + 2) }, (_, at) => {
    const from = file.byteOffset + cmap + file.getUint32(cmap + 8 + 8 * at)
    return new DataView(file.buffer, from, file.byteOffset + file.byteLength - from)
  }).flatMap(table => {
    const read = FORMATS[table.getUint16(0)]
    return read ? [read(table)] : []
  })
}

/** A letter's segment says by how much its number differs from its drawing's, or where that stands in a list. */
function ofFirstPlane(table: DataView): HasLetter {
  const size = table.getUint16(6)
  const segments = Array.from({ length: size / 2 }, (_, at) => {
    const to = table.getUint16(14 + 2 * at)
    const from = table.getUint16(16 + size + 2 * at)
    const delta = table.getUint16(16 + 2 * size + 2 * at)
    const place = 16 + 3 * size + 2 * at
    return { from, to, delta, place, offset: table.getUint16(place) }
  })
  return codePoint => {
    const found = segments.find(({ from, to }) => codePoint >= from && codePoint <= to)
    if (!found || codePoint === 0xffff) return false
    const { from, delta, place, offset } = found
    if (offset === 0) return (codePoint + delta) % 0x10000 !== 0
    const at = place + offset + 2 * (codePoint - from)
    return at + 2 <= table.byteLength && table.getUint16(at) !== 0
  }
}

function ofEveryPlane(table: DataView): HasLetter {
  const groups = Array.from({ length: table.getUint32(12) }, (_, at) => ({
    from: table.getUint32(16 + 12 * at),
    to: table.getUint32(20 + 12 * at),
  }))
  return codePoint => groups.some(({ from, to }) => codePoint >= from && codePoint <= to)
}
