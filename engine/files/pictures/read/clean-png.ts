import { type Cleaned, DAMAGED } from './clean.ts'

/** The signature of every PNG. */
export const PNG_START = Buffer.from('89504e470d0a1a0a', 'hex')

/** The chunks that say what is seen; all others hold texts, times, places, or further pictures of an animation. */
const SEEN = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
]

/** Length, name and checksum of a chunk. */
const FRAME_BYTES = 12

/** A PNG (ISO 15948) with the chunks that are seen; of an animation its first picture. */
export function cleanPng(bytes: Buffer): Cleaned {
  const kept: Buffer[] = [PNG_START]
  let at = PNG_START.length
  let size: { readonly width: number; readonly height: number } | null = null
  while (at + FRAME_BYTES <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const end = at + FRAME_BYTES + length
    if (end > bytes.length) return DAMAGED
    if (name === 'IHDR' && length === 13) {
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    }
    if (SEEN.includes(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return size === null ? DAMAGED : { bytes: Buffer.concat(kept), ...size }
    at = end
  }
  return DAMAGED
}
