import { createHash } from 'node:crypto'

const OTHER_BYTES = 'its bytes are not those that its manifest names'

/** A part whose bytes are not what was promised of it. */
export class BrokenPart extends Error {}

/** What must hold of a part: promised by the manifest, or by the limits. */
export interface PartPromise {
  readonly sha256: string
  readonly bytes: number
  readonly lineLength: number
}

/**
 * Gives the lines of a part to `use`, one after the other, and proves that its bytes are those that were
 * promised. Every line ends with a line feed. Throws `BrokenPart`.
 */
export async function readLines(
  chunks: AsyncIterable<Buffer>,
  promise: PartPromise,
  use: (line: string) => Promise<void> | void,
): Promise<void> {
  const hash = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > promise.bytes) throw new BrokenPart('it is longer than its manifest says')
    hash.update(chunk)
    const lines = (rest + decode(decoder, chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > promise.lineLength) throw new BrokenPart('a line is too long')
    for (const line of lines) {
      if (line.length > promise.lineLength) throw new BrokenPart('a line is too long')
      // Awaiting what is not a promise would cost a turn of the loop for every line.
      const used = use(line)
      if (used) await used
    }
  }
  if (rest + decode(decoder) !== '') throw new BrokenPart('its last line does not end')
  if (bytes !== promise.bytes || hash.digest('hex') !== promise.sha256) {
    throw new BrokenPart(OTHER_BYTES)
  }
}

/** Proves that the bytes of a part are those that were promised, whatever they say. Throws `BrokenPart`. */
export async function proveBytes(
  chunks: AsyncIterable<Buffer>,
  promise: Omit<PartPromise, 'lineLength'>,
): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  if (hash.digest('hex') !== promise.sha256) throw new BrokenPart(OTHER_BYTES)
}

/** The text of a chunk, or without one what is left of a character at the end. */
function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new BrokenPart('it is not UTF-8')
  }
}
