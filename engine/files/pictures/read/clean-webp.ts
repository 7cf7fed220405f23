import { type Cleaned, DAMAGED } from './clean.ts'

/** Tests whether bytes begin as a WebP, a RIFF file of that form. */
export const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'

const HEADER_BYTES = 12
/** The chunks that say what is seen of a picture that stands still. */
const SEEN = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']
/** The flags of `VP8X` for an animation, and for metadata: Exif and XMP. */
const ANIMATED = 0x02
const METADATA = 0x0c

/** A WebP (RFC 9649) with the chunks that are seen. */
export function cleanWebp(bytes: Buffer): Cleaned {
  const kept: Buffer[] = []
  let size: { readonly width: number; readonly height: number } | null = null
  let hasPixels = false
  let at = HEADER_BYTES
  if (bytes.length < at || bytes.length < 8 + bytes.readUInt32LE(4)) return DAMAGED
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (data.length < length) return DAMAGED
    if (name === 'ANIM' || name === 'ANMF') return { fault: 'moves' }
    if (SEEN.includes(name)) {
      if (name === 'VP8X' && ((data[0] ?? 0) & ANIMATED) !== 0) return { fault: 'moves' }
      size ??= sizeIn(name, data)
      hasPixels ||= name === 'VP8 ' || name === 'VP8L'
      kept.push(chunk(name, name === 'VP8X' ? withoutMetadata(data) : data))
    }
    at += 8 + length + (length % 2)
  }
  if (size === null || !hasPixels) return DAMAGED
  const header = Buffer.from(bytes.subarray(0, HEADER_BYTES))
  header.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4)
  return { bytes: Buffer.concat([header, ...kept]), ...size }
}

function chunk(name: string, data: Buffer): Buffer {
  const head = Buffer.from(`${name}....`, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

function withoutMetadata(data: Buffer): Buffer {
  const flags = Buffer.from(data)
  flags[0] = (flags[0] ?? 0) & ~METADATA
  return flags
}

/** The size that a chunk says; null for one that says none. */
function sizeIn(name: string, data: Buffer) {
  if (name === 'VP8X' && data.length >= 10) {
    return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }
  }
  if (name === 'VP8L' && data.length >= 5) {
    const bits = data.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (name === 'VP8 ' && data.length >= 10) {
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
  }
  return null
}
