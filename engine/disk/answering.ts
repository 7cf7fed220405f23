import { access, type FileHandle, open } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { WorkbookError } from '../errors.ts'
import { ONLY_OWNER } from './modes.ts'
import { noteQuestion, PATIENCE_MS } from './open-questions.ts'

/** The time in milliseconds for bytes on their way to a stick or a share: a slow one has many to write at a time. */
const WRITING_PATIENCE_MS = 60_000

/** The places that did not answer in time, and have not since: each that asks anew would wait in vain, and hold a thread. */
const silent = new Set<string>()

/** Tests whether a place did not answer in time, and has not since. */
export const isSilent = (place: string): boolean => silent.has(place)

/**
 * Asks something of a stick or a share that may never answer, as one does whose network is gone. Throws DISK_GONE after a
 * while, at once where an earlier question is still open, and what the disk says.
 */
export async function whileItAnswers<T>(
  place: string,
  ask: () => Promise<T>,
  patience = PATIENCE_MS,
): Promise<T> {
  const gone = () => new WorkbookError('DISK_GONE', { file: place })
  if (isSilent(place)) throw gone()
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      silent.add(place)
      reject(gone())
    }, patience)
  })
  const asked = ask()
  const answer = asked.finally(() => {
    clearTimeout(timer)
    silent.delete(place)
  })
  return await noteQuestion(asked, Promise.race([answer, silence]))
}

/** The same of what may wait until many bytes are on the disk, others' too. */
export const whileItWrites = <T>(place: string, ask: () => Promise<T>): Promise<T> =>
  whileItAnswers(place, ask, WRITING_PATIENCE_MS)

/** Waits for a sign of life of a place, where the process is held up afterwards. Throws DISK_GONE, and nothing that the disk says. */
export async function requireAnswer(place: string): Promise<void> {
  await whileItAnswers(place, () => access(place).catch(() => undefined))
}

const PIECE_BYTES = 2 ** 18

/**
 * Copies a file of a stick or a share, piece by piece, to a new file of this laptop's own disk. Throws DISK_GONE where no more
 * comes, and what either disk says.
 */
export async function copyWhileItAnswers(place: string, from: string, to: string): Promise<void> {
  const out = await open(to, 'w', ONLY_OWNER.file)
  try {
    for await (const piece of piecesWhileItAnswers(place, from)) await out.writeFile(piece)
  } finally {
    await out.close()
  }
}

/** The bytes of a file of a stick or a share, piece by piece. Throws DISK_GONE where no more comes, and what the disk says. */
export async function* piecesWhileItAnswers(place: string, path: string): AsyncGenerator<Buffer> {
  const file = await openWhileItAnswers(place, path, 'r')
  const piece = Buffer.allocUnsafe(PIECE_BYTES)
  let last: Promise<unknown> = Promise.resolve()
  const read = () => {
    const asked = file.read(piece, 0, PIECE_BYTES)
    last = asked
    return asked
  }
  try {
    for (;;) {
      const { bytesRead } = await whileItAnswers(place, read)
      if (bytesRead === 0) return
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await closeAfter(place, last, file).catch(() => undefined)
  }
}

/** Opens a file of a place, and closes one that is opened when nobody waits for it any more. */
async function openWhileItAnswers(
  place: string,
  path: string,
  flags: string,
  mode?: number,
): Promise<FileHandle> {
  let late: Promise<FileHandle> | undefined
  const ask = () => {
    late = open(path, flags, mode)
    return late
  }
  try {
    return await whileItAnswers(place, ask)
  } catch (error) {
    late?.then(file => file.close()).catch(() => undefined)
    throw error
  }
}

/** Closes a file, but not before it has answered: a place that is gone would hold a second thread by this. */
function closeAfter(place: string, last: Promise<unknown>, file: FileHandle): Promise<void> {
  const closed = last.catch(() => undefined).then(() => file.close())
  closed.catch(() => undefined)
  return whileItAnswers(place, () => closed)
}

/** The bytes after which a file is flushed while it is written, so that its end need not wait for all of them at once. */
const FLUSHED_BYTES = 2 ** 24

/**
 * Makes a new file of a stick or a share, to be written by a stream, which ends once its bytes are on the disk. Throws
 * DISK_GONE where it does not answer, as the stream does later, and what the disk says.
 */
export async function createWhileItAnswers(
  place: string,
  path: string,
  mode?: number,
): Promise<Writable> {
  const file = await openWhileItAnswers(place, path, 'wx', mode)
  let unflushed = 0
  const write = async (bytes: Uint8Array) => {
    await file.writeFile(bytes)
    unflushed += bytes.byteLength
    if (unflushed < FLUSHED_BYTES) return
    await file.datasync()
    unflushed = 0
  }
  return streamOf(place, file, write)
}

type Done = (error?: Error | null) => void

function streamOf(
  place: string,
  file: FileHandle,
  write: (bytes: Uint8Array) => Promise<void>,
): Writable {
  let last: Promise<unknown> = Promise.resolve()
  const step = (work: () => Promise<void>, done: Done) => {
    const ask = () => {
      const asked = work()
      last = asked
      return asked
    }
    whileItWrites(place, ask).then(() => done(), done)
  }
  return new Writable({
    highWaterMark: 2 ** 16,
    write: (chunk: Buffer, _encoding, done) => step(() => write(chunk), done),
    writev: (chunks, done) =>
      step(() => write(Buffer.concat(chunks.map(({ chunk }) => chunk))), done),
    final: done => step(() => file.sync(), done),
    destroy: (error, done) => {
      const closed = closeAfter(place, last, file)
      closed.then(
        () => done(error),
        (fault: Error) => done(error ?? fault),
      )
    },
  })
}
