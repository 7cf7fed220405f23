import { Readable, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** The content of a part of a zip, piece by piece. */
export type ZipContent = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** A part of a zip; `open` is called once, when all parts before it have been written. */
export interface ZipPart {
  readonly name: string
  readonly open: () => ZipContent
}

const MODE = 0o100644

/**
 * Writes parts one after the other and ends the stream; the next part is asked for when the one before it has been
 * taken. All are dated by `moment` (ISO 8601), so that the same parts are the same bytes.
 */
export async function writeZip(
  out: Writable,
  moment: string,
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
): Promise<void> {
  const zip = new ZipFile()
  const options = { mtime: asLocal(new Date(moment)), mode: MODE, forceDosTimestamp: true }
  let current: Readable | null = null
  const add = ({ name, open }: ZipPart): Promise<void> =>
    new Promise((done, fail) => {
      zip.addReadStreamLazy(name, options, give => {
        current = Readable.from(open(), { objectMode: false })
        finished(current).then(done, fail)
        give(null, current)
      })
    })
  const packed = pipeline(zip.outputStream, out).catch((error: unknown) => {
    // What is read while it is written, such as rows of a workbook, is let go of.
    current?.destroy()
    throw error
  })
  await Promise.all([packed, addAll(zip, parts, add)])
}

async function addAll(
  zip: ZipFile,
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
  add: (part: ZipPart) => Promise<void>,
): Promise<void> {
  try {
    for await (const part of parts) await add(part)
    zip.end()
  } catch (error) {
    // A part that cannot be made ends the zip with its own error, and no half of it looks whole.
    ;(zip.outputStream as Readable).destroy(error as Error)
    throw error
  }
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
