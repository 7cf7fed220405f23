import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { ReadRefusal, SpreadsheetLimits } from './spreadsheet.ts'

/** A file inside a zipped spreadsheet, of the size that the list of contents says it has. */
export interface ZipPart {
  readonly name: string
  readonly size: number
  /** Unpacks it. Throws if it holds more or less than it says, or cannot be unpacked. */
  readonly unpack: () => Buffer
}

/** Bytes unpacked at a time; the default of a few kilobytes costs more than the unpacking. */
const CHUNK = 1_048_576

const STORED = 0
const DEFLATED = 8

/** Thrown where what a zip holds is not what it says. */
class DamagedPart extends Error {}

function unpack({ uncompressedSize, compressionMethod }: Entry, packed: Buffer): Buffer {
  if (uncompressedSize === 0) return Buffer.alloc(0)
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) throw new DamagedPart()
  const content =
    compressionMethod === STORED
      ? packed
      : inflateRawSync(packed, { maxOutputLength: uncompressedSize, chunkSize: CHUNK })
  if (content.length !== uncompressedSize) throw new DamagedPart()
  return content
}

async function toPart(bytes: Buffer, zip: ZipFile, entry: Entry): Promise<ZipPart> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const { fileName, uncompressedSize, compressedSize } = entry
  const packed = bytes.subarray(fileDataStart, fileDataStart + compressedSize)
  return { name: fileName, size: uncompressedSize, unpack: () => unpack(entry, packed) }
}

/**
 * The parts of a zipped file, none unpacked yet, or why it must not be unpacked. Throws if its list
 * of contents is damaged.
 */
export async function listParts(
  bytes: Buffer,
  limits: Pick<SpreadsheetLimits, 'zipEntries'>,
): Promise<readonly ZipPart[] | ReadRefusal> {
  const zip = await fromBufferPromise(bytes, { autoClose: false })
  const parts: ZipPart[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return 'password-protected'
    parts.push(await toPart(bytes, zip, entry))
    if (parts.length > limits.zipEntries) return 'too-large'
  }
  return parts
}
