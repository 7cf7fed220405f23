import { type Cleaned, DAMAGED } from './clean.ts'
import { orientationOf, orientationSegment } from './exif-orientation.ts'

/** The first bytes of every JPEG. */
export const JPEG_START = Buffer.from('ffd8ff', 'hex')

const MARKER = 0xff
const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const EXIF = 0xe1
const COMMENT = 0xfe

/** Segments of applications that say how colours are meant, with the text that each begins with. */
const OF_COLOURS: ReadonlyMap<number, string> = new Map([
  [0xe0, 'JFIF'],
  [0xe2, 'ICC_PROFILE'],
  [0xee, 'Adobe'],
])

/** The markers of frames, which have the size; C4, C8 and CC among them are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function isMetadata(marker: number, content: Buffer): boolean {
  if (marker < 0xe0 || marker > 0xef) return marker === COMMENT
  const begins = OF_COLOURS.get(marker)
  return begins === undefined || content.toString('latin1', 0, begins.length) !== begins
}

/**
 * A JPEG (ITU-T T.81) without metadata, such as the place where a photograph was taken, and without what follows its end. The
 * way up that its camera noted stays, as it decides what is seen.
 */
export function cleanJpeg(bytes: Buffer): Cleaned {
  const kept: Buffer[] = [Buffer.from([MARKER, START])]
  let size: { readonly width: number; readonly height: number } | null = null
  let at = 2
  while (at + 4 <= bytes.length || bytes[at + 1] === END) {
    if (bytes[at] !== MARKER) return DAMAGED
    const marker = bytes[at + 1] ?? 0
    if (marker === MARKER) {
      at++
      continue
    }
    if (marker === END) {
      kept.push(bytes.subarray(at, at + 2))
      return size === null ? DAMAGED : { bytes: Buffer.concat(kept), ...size }
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return DAMAGED
    if (isFrame(marker) && end >= at + 9) {
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    const content = bytes.subarray(at + 4, end)
    const turned = marker === EXIF ? orientationOf(content) : null
    if (turned !== null) kept.push(orientationSegment(turned))
    const next = marker === SCAN ? endOfScan(bytes, end) : end
    if (!isMetadata(marker, content)) kept.push(bytes.subarray(at, next))
    at = next
  }
  return DAMAGED
}

/** The place of the marker that ends a scan: FF00 is a byte of it, and FFD0 to FFD7 restart it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MARKER, from); at >= 0; at = bytes.indexOf(MARKER, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== MARKER && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}
