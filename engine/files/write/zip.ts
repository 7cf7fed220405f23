import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A part of a zip; `open` is called once, when all parts before it have been written. */
export interface ZipPart {
  readonly name: string
  readonly open: () => Iterable<string | Uint8Array>
}

const MODE = 0o100644

/**
 * Writes parts one after the other and ends the stream. All are dated by `moment` (ISO 8601), so that
 * the same parts are the same bytes.
 */
export async function writeZip(
  out: Writable,
  moment: string,
  parts: Iterable<ZipPart>,
): Promise<void> {
  const zip = new ZipFile()
  const options = { mtime: asLocal(new Date(moment)), mode: MODE, forceDosTimestamp: true }
  for (const { name, open } of parts) {
    zip.addReadStreamLazy(name, options, give => {
      const stream = Readable.from(open(), { objectMode: false })
      // A part that cannot be made ends the zip with its own error, and no half of it looks whole.
      stream.once('error', error => (zip.outputStream as Readable).destroy(error))
      give(null, stream)
    })
  }
  zip.end()
  await pipeline(zip.outputStream, out)
}

/** A date whose local fields are this one's in UTC: a zip knows no time zones. */
function asLocal(moment: Date): Date {
  return new Date(
    moment.getUTCFullYear(),
    moment.getUTCMonth(),
    moment.getUTCDate(),
    moment.getUTCHours(),
    moment.getUTCMinutes(),
    moment.getUTCSeconds(),
  )
}
