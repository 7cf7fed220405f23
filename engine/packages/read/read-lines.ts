import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'

/**
 * A line: the bytes between two places, and the same with one character for each byte, so that a place in one is a place
 * in the other. Bytes are compared quickly and characters are cut out quickly; `textOf` gives what the bytes say.
 */
export interface Line {
  readonly bytes: Buffer
  /** The same bytes, several of which can be compared at once. */
  readonly view: DataView
  readonly characters: string
  readonly from: number
  /** The place of its line feed. */
  readonly to: number
}

/** Takes a line. Returns a promise if it has to wait for the engine. */
export type UseLine = (line: Line) => Promise<void> | undefined

/** The text of a line. */
export const textOf = ({ bytes, from, to }: Line): string => bytes.toString('utf8', from, to)

/** A part whose bytes differ from what the manifest promises. */
export class BrokenPart extends Error {}

/** The digest and size of a part by the manifest, and the limit on its lines. */
export interface PartPromise {
  readonly sha256: string
  readonly bytes: number
  readonly lineLength: number
}

const LINE_FEED = 0x0a
/** The most bytes of UTF-8 that a character of a text takes. */
const CHARACTER_BYTES = 3
const TOO_LONG = 'a line is too long'
const NOT_UTF8 = 'it is not UTF-8'
const OTHER_BYTES = 'its bytes are not those that its manifest names'

/**
 * Passes the lines of a part to `use`, one after the other, and proves its bytes by their digest. Every line,
 * also the last, must end with a line feed. Throws `BrokenPart`.
 */
export async function readLines(
  chunks: AsyncIterable<Buffer>,
  promise: PartPromise,
  use: UseLine,
): Promise<void> {
  const hash = createHash('sha256')
  let rest: Buffer = Buffer.alloc(0)
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > promise.bytes) throw new BrokenPart('it is longer than its manifest says')
    hash.update(chunk)
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = all.lastIndexOf(LINE_FEED) + 1
    rest = all.subarray(end)
    if (rest.length > promise.lineLength * CHARACTER_BYTES) throw new BrokenPart(TOO_LONG)
    for (const line of linesOf(all.subarray(0, end), promise)) {
      // Awaiting a value that is no promise would cost a turn of the event loop per line.
      const used = use(line)
      if (used) await used
    }
  }
  if (rest.length > 0) throw new BrokenPart(isUtf8(rest) ? 'its last line does not end' : NOT_UTF8)
  if (bytes !== promise.bytes || hash.digest('hex') !== promise.sha256) {
    throw new BrokenPart(OTHER_BYTES)
  }
}

/** The lines of bytes that end with a line feed. Throws `BrokenPart`. */
export function* linesOf(
  bytes: Buffer,
  { lineLength }: Pick<PartPromise, 'lineLength'>,
): Generator<Line> {
  // No character of several bytes has a line feed in it, so lines are UTF-8 if they are together.
  if (!isUtf8(bytes)) throw new BrokenPart(NOT_UTF8)
  const characters = bytes.toString('latin1')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let from = 0; from < bytes.length; ) {
    const to = characters.indexOf('\n', from)
    const line = { bytes, view, characters, from, to }
    if (to - from > lineLength && textOf(line).length > lineLength) throw new BrokenPart(TOO_LONG)
    yield line
    from = to + 1
  }
}

/** Proves the bytes of a part by their digest, without reading lines. Throws `BrokenPart`. */
export async function proveBytes(
  chunks: AsyncIterable<Buffer>,
  promise: Omit<PartPromise, 'lineLength'>,
): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  if (hash.digest('hex') !== promise.sha256) throw new BrokenPart(OTHER_BYTES)
}
