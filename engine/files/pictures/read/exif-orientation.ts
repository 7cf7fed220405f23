const EXIF = 'Exif\0\0'
const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY_BYTES = 12

/** The way up (2 to 8) that the Exif segment of a JPEG notes; null where it notes none, or the usual one. */
export function orientationOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, EXIF.length) !== EXIF) return null
  const tiff = segment.subarray(EXIF.length)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const long = (at: number): number =>
    at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)
  const directory = long(4)
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES
    if (at + ENTRY_BYTES > tiff.length) return null
    if (short(at) !== ORIENTATION || short(at + 2) !== SHORT) continue
    const turned = short(at + 8)
    return turned >= 2 && turned <= 8 ? turned : null
  }
  return null
}

/** The segment of a JPEG that notes a way up and nothing else. */
export function orientationSegment(turned: number): Buffer {
  const segment = Buffer.from(
    'ffe10022457869660000' +
      '4d4d002a00000008' +
      '0001' +
      '0112000300000001' +
      '00000000' +
      '00000000',
    'hex',
  )
  segment.writeUInt16BE(turned, segment.length - 8)
  return segment
}
