import { PICTURE_LIMITS } from '../../../../shared/model/pictures/limits.ts'
import type {
  CodedPictureProblem,
  PictureType,
} from '../../../../shared/model/pictures/pictures.ts'
import type { Cleaned } from './clean.ts'
import { cleanJpeg, JPEG_START } from './clean-jpeg.ts'
import { cleanPng, PNG_START } from './clean-png.ts'
import { cleanWebp, isWebp } from './clean-webp.ts'

/** A picture as it is kept: without metadata, and otherwise to the byte as it came. */
export interface ReadPicture {
  readonly type: PictureType
  readonly bytes: Buffer
}

const SVG = /<(?:\w+:)?svg[\s/>]/i

/** The letters of a file in which an SVG is looked for. */
const LOOKED_AT = 4_096

/** A picture from its bytes, whatever its file is called, or the reason why it cannot be taken. */
export function readPicture(bytes: Buffer): ReadPicture | CodedPictureProblem {
  const format = FORMATS.find(({ isOf }) => isOf(bytes))
  if (format === undefined) {
    const isSvg = SVG.test(bytes.toString('utf8', 0, LOOKED_AT))
    return { code: isSvg ? 'has-programs' : 'not-a-picture', data: {} }
  }
  const cleaned = format.clean(bytes)
  if ('fault' in cleaned) return { code: cleaned.fault, data: {} }
  const { width, height } = cleaned
  const { bytes: most, side } = PICTURE_LIMITS
  if (width === 0 || height === 0) return { code: 'damaged', data: {} }
  if (Math.max(width, height) > side)
    return { code: 'too-wide', data: { width, height, most: side } }
  const { length } = cleaned.bytes
  if (length > most) return { code: 'too-large', data: { bytes: length, most } }
  return { type: format.type, bytes: cleaned.bytes }
}

interface Format {
  readonly type: PictureType
  readonly isOf: (bytes: Buffer) => boolean
  readonly clean: (bytes: Buffer) => Cleaned
}

const startsWith =
  (start: Buffer) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(0, start.length).equals(start)

const FORMATS: readonly Format[] = [
  { type: 'image/png', isOf: startsWith(PNG_START), clean: cleanPng },
  { type: 'image/jpeg', isOf: startsWith(JPEG_START), clean: cleanJpeg },
  { type: 'image/webp', isOf: isWebp, clean: cleanWebp },
]
