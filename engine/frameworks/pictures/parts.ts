import { createHash } from 'node:crypto'
import type { PicturePart } from '../../store/records/pictures.ts'

/** The bytes of a part at most: as base64 it fits a line of a package, for programs from before too. */
const PART_BYTES = 250_000

/** The id of a part of a picture: the SHA-256 of its bytes and of the id of the next one. */
export const partId = ({ data, next }: Omit<PicturePart, 'id'>): string =>
  createHash('sha256')
    .update(Buffer.from(data, 'base64'))
    .update(next ?? '')
    .digest('hex')

/** The parts of a picture, the last one first, so that each names one that is there; the id of the last of the list is that of the picture. */
export function partsOf(bytes: Uint8Array): readonly PicturePart[] {
  const parts: PicturePart[] = []
  const last = Math.max(0, Math.ceil(bytes.length / PART_BYTES) - 1)
  for (let place = last; place >= 0; place--) {
    const piece = bytes.subarray(place * PART_BYTES, (place + 1) * PART_BYTES)
    const said = { data: Buffer.from(piece).toString('base64'), next: parts.at(-1)?.id ?? null }
    parts.push({ id: partId(said), ...said })
  }
  return parts
}
