import type { Secrets } from '../../files/encryption.ts'
import { READER_STARTED, type StartReader } from '../../files/reader-process.ts'
import type { PackageRefusal } from '../format/refusal.ts'
import {
  type PackageLimits,
  type PackageMessage,
  type PackagesRequest,
  packageMessage,
  READ_ON,
} from './messages.ts'

/** A package to read: its path, its place in the list of all, and its size. */
export interface WorkerFile {
  readonly path: string
  readonly file: number
  readonly bytes: number
}

type FileMessage = Exclude<PackageMessage, { kind: 'done' }>

/** A list of packages that one process at a time reads, one after the other. */
export interface ReaderWorker {
  readonly files: readonly WorkerFile[]
  readonly limits: PackageLimits
  readonly secrets: Secrets
  readonly signal: AbortSignal | undefined
  /** Receives a message about a file. Its errors end the worker. */
  readonly tell: (message: FileMessage) => void
}

/** Reads the packages of a worker. Throws what `tell` throws, and the reason of its aborted signal. */
export async function runReaderWorker(
  startReader: StartReader,
  worker: ReaderWorker,
): Promise<void> {
  let left = worker.files
  while (left.length > 0) {
    worker.signal?.throwIfAborted()
    left = await readWithOne(startReader, { ...worker, files: left })
  }
}

/** Reads with one process until all is read or the process has ended. Returns the packages that are left. */
function readWithOne(
  startReader: StartReader,
  worker: ReaderWorker,
): Promise<readonly WorkerFile[]> {
  const { limits, secrets, signal } = worker
  return new Promise((resolve, reject) => {
    const reader = startReader()
    let left = worker.files
    let hasStarted = false
    let hasEnded = false
    let timer: NodeJS.Timeout | undefined
    const end = (finish: () => void): void => {
      if (hasEnded) return
      hasEnded = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      finish()
      reader.kill()
    }
    const abort = (): void => end(() => reject(signal?.reason))
    const giveUp = (refusal: PackageRefusal): void => {
      const [current, ...others] = left
      end(() => {
        try {
          if (current) worker.tell({ kind: 'refused', file: current.file, refusal })
          resolve(others)
        } catch (error) {
          reject(error)
        }
      })
    }
    const tooSlow = (): void => giveUp({ code: 'too-slow', detail: 'it took too long to read' })
    const begin = (): void => {
      clearTimeout(timer)
      timer = setTimeout(tooSlow, timeFor(left[0], limits))
    }
    const take = (message: FileMessage): void => {
      const { file, kind } = message
      if (file !== left[0]?.file) throw new Error('A reader spoke of another file than it reads.')
      if (kind === 'whole' || kind === 'refused') {
        left = left.slice(1)
        begin()
      }
      worker.tell(message)
      if (!hasEnded) reader.send(READ_ON)
    }
    reader.onReply(reply => {
      if (reply === READER_STARTED) hasStarted = true
      if (reply === READER_STARTED || hasEnded) return
      try {
        const message = packageMessage.parse(reply)
        if (message.kind === 'done') end(() => resolve([]))
        else take(message)
      } catch (error) {
        end(() => reject(error))
      }
    })
    reader.onExit(() => {
      const detail = hasStarted ? 'it takes more memory than is allowed' : ''
      giveUp({ code: hasStarted ? 'too-large' : 'reader-failed', detail })
    })
    signal?.addEventListener('abort', abort)
    begin()
    const packages = left.map(({ path, file }) => ({ path, file }))
    const request: PackagesRequest = { kind: 'packages', packages, limits, secrets }
    reader.send(request)
  })
}

/** The time limit for a file, in milliseconds: a second more per megabyte. */
function timeFor(file: WorkerFile | undefined, { milliseconds }: PackageLimits): number {
  return milliseconds + (file?.bytes ?? 0) / 1_000
}
