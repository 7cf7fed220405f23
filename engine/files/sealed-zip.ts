import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable, Transform, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { constants, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, openPromise, type ZipFile as YauzlZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { isHeldOpen, patientlyLater } from '../disk/patience.ts'

/** One file to be written into a zip: its bytes, made while it is written. */
export interface ZipContent {
  readonly name: string
  readonly chunks: Iterable<Buffer>
}

/** The end of a zip without a comment, and where in it the length of the comment stands. */
const END_BYTES = 22
const END_MARK = Buffer.from('PK\x05\x06', 'latin1')
const COMMENT_LENGTH_BYTES = 2
const SEAL_START = 'sha256:'
const SEAL_BYTES = SEAL_START.length + 64

/** The earliest time that a zip can say, in this laptop's own zone: the same bytes everywhere. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * Writes a zip whose bytes depend on nothing but its contents, and seals it: the comment at its end is the
 * SHA-256 of every byte before the comment's length.
 */
export async function writeSealedZip(out: Writable, parts: readonly ZipContent[]): Promise<void> {
  const zip = new ZipFile()
  const contents = parts.map(({ name, chunks }) => ({
    name,
    content: Readable.from(chunks, { objectMode: false }),
  }))
  for (const { name, content } of contents) {
    zip.addReadStream(content, name, { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true })
    content.once('error', error => out.destroy(error))
  }
  zip.end()
  try {
    await pipeline(Readable.from(zip.outputStream), seal(), out)
  } finally {
    await Promise.all(contents.map(({ content }) => letGo(content)))
  }
}

/** Ends what makes the bytes too, where nobody wants them any more: it may hold a database open. */
async function letGo(content: Readable): Promise<void> {
  if (content.closed) return
  content.destroy()
  await finished(content).catch(() => undefined)
}

/** Holds back the last bytes, where the length of the comment is, and puts the seal in their place. */
function seal(): Transform {
  const hash = createHash('sha256')
  let held: Buffer = Buffer.alloc(0)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const both = Buffer.concat([held, chunk])
      const ready = Math.max(0, both.length - COMMENT_LENGTH_BYTES)
      hash.update(both.subarray(0, ready))
      held = both.subarray(ready)
      done(null, both.subarray(0, ready))
    },
    flush(done) {
      const length = Buffer.alloc(COMMENT_LENGTH_BYTES)
      length.writeUInt16LE(SEAL_BYTES)
      done(null, Buffer.concat([length, Buffer.from(`${SEAL_START}${hash.digest('hex')}`)]))
    },
  })
}

/** The hash and the seal of a zip, which are read before it is opened. */
export interface ZipSeal {
  /** The SHA-256 of the whole file. */
  readonly sha256: string
  /** `none` where another program wrote the zip; `broken` for anything but a seal that holds. */
  readonly seal: 'holds' | 'none' | 'broken'
}

/** Reads every byte of a file once and holds it against its seal. */
export async function checkSeal(path: string): Promise<ZipSeal> {
  const file = await patientlyLater(() => open(path), isHeldOpen)
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, END_BYTES + SEAL_BYTES))
    await file.read(tail, 0, tail.length, size - tail.length)
    const comment = commentOf(tail)
    const sealed = size - COMMENT_LENGTH_BYTES - SEAL_BYTES
    const hash = createHash('sha256')
    let beforeSeal = ''
    let at = 0
    for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
      const bytes: Buffer = chunk
      const left = sealed - at
      if (left >= 0 && left < bytes.length) {
        beforeSeal = hash.update(bytes.subarray(0, left)).copy().digest('hex')
        hash.update(bytes.subarray(left))
      } else hash.update(bytes)
      at += bytes.length
    }
    return { sha256: hash.digest('hex'), seal: judge(comment, beforeSeal) }
  } finally {
    await file.close()
  }
}

/** The same of bytes in memory. */
export function checkSealOf(bytes: Buffer): ZipSeal {
  const comment = commentOf(bytes.subarray(-(END_BYTES + SEAL_BYTES)))
  const sealed = Math.max(0, bytes.length - COMMENT_LENGTH_BYTES - SEAL_BYTES)
  const hash = createHash('sha256').update(bytes.subarray(0, sealed))
  const beforeSeal = hash.copy().digest('hex')
  const sha256 = hash.update(bytes.subarray(sealed)).digest('hex')
  return { sha256, seal: judge(comment, beforeSeal) }
}

/** Holds the comment at the end of a zip against the digest of what comes before the seal. */
function judge(comment: string | undefined, beforeSeal: string): ZipSeal['seal'] {
  if (comment === '') return 'none'
  return comment === `${SEAL_START}${beforeSeal}` ? 'holds' : 'broken'
}

/** The comment at the end of a zip: blank, as long as a seal, or undefined for anything else. */
function commentOf(tail: Buffer): string | undefined {
  for (const length of [0, SEAL_BYTES]) {
    const end = tail.subarray(Math.max(0, tail.length - END_BYTES - length))
    const marked = end.subarray(0, END_MARK.length).equals(END_MARK)
    if (marked && end.length === END_BYTES + length && end.readUInt16LE(20) === length) {
      return end.subarray(END_BYTES).toString('latin1')
    }
  }
  return undefined
}

/** An entry of an open zip. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: number
  readonly packedBytes: number
  readonly chunks: () => Promise<AsyncIterable<Buffer>>
}

/** Deflated entries up to this size are unpacked in one go: thousands of small steps take several times as long. */
const MOST_AT_ONCE = 16_000_000
/** So many of their bytes are given at a time, or fewer, to end with a line: nobody has to put it together again. */
const CHUNK_BYTES = 65_536
const LINE_FEED = 0x0a
const DEFLATED = 8

const isSmall = ({ compressionMethod, compressedSize, uncompressedSize }: Entry): boolean =>
  compressionMethod === DEFLATED &&
  uncompressedSize > 0 &&
  Math.max(compressedSize, uncompressedSize) <= MOST_AT_ONCE

async function unpackAtOnce(zip: YauzlZip, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const packed: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry, { decodeFileData: false })) {
    packed.push(chunk)
  }
  // More than the list says is refused as it is unpacked, before it takes any memory.
  const bytes = inflateRawSync(Buffer.concat(packed), {
    maxOutputLength: entry.uncompressedSize,
    chunkSize: Math.max(entry.uncompressedSize, constants.Z_MIN_CHUNK),
  })
  if (bytes.length < entry.uncompressedSize) throw new Error(`${entry.fileName} is cut short`)
  return inChunks(bytes)
}

/** Pauses after each chunk, as a file would: what was said of the last one can then leave the process. */
async function* inChunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const most = bytes.subarray(at, at + CHUNK_BYTES)
    const chunk = most.subarray(0, most.lastIndexOf(LINE_FEED) + 1 || most.length)
    yield chunk
    at += chunk.length
    await setImmediate()
  }
}

/** The reasons to refuse a zip's list of contents. */
export type ListRefusal = 'encrypted' | 'too-many-entries' | 'damaged'

/**
 * Opens a zip, in a file or in memory, lists its entries (never more than `most`) and gives them to `use`. An entry's bytes are
 * unpacked as they are read; one that holds more or less than the list says fails.
 */
export async function withZipEntries<T>(
  source: string | Buffer,
  most: number,
  use: (entries: readonly ZipEntry[] | ListRefusal) => Promise<T>,
): Promise<T> {
  const options = { autoClose: false, strictFileNames: true }
  const zip = await (typeof source === 'string'
    ? openPromise(source, options)
    : fromBufferPromise(source, options))
  try {
    if (zip.entryCount > most) return await use('too-many-entries')
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    if (entries.some(entry => entry.isEncrypted())) return await use('encrypted')
    return await use(
      entries.map(entry => ({
        name: entry.fileName,
        bytes: entry.uncompressedSize,
        packedBytes: entry.compressedSize,
        chunks: () =>
          isSmall(entry) ? unpackAtOnce(zip, entry) : zip.openReadStreamPromise(entry),
      })),
    )
  } finally {
    zip.close()
  }
}
