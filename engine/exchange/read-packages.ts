import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Secrets } from '../files/age.ts'
import { READER_STARTED, type StartReader } from '../files/reader.ts'
import { inTurn, type Turns } from './in-turn.ts'
import type { Manifest } from './manifest.ts'
import {
  DEFAULT_PACKAGE_LIMITS,
  type FileToRead,
  type PackageContent,
  type PackageLimits,
  type PackageMessage,
  type PackageRefusal,
  type PackagesRequest,
  packageMessage,
  READ_ON,
  type UnknownRecord,
} from './reading.ts'

/** What is told of packages while they are read; each is named by its place in the list. */
export interface PackageListener {
  readonly onPackage?: (
    file: number,
    found: { readonly manifest: Manifest; readonly sha256: string; readonly bytes: number },
  ) => void
  readonly onRows?: (file: number, rows: Extract<PackageMessage, { kind: 'rows' }>) => void
  readonly onUnknown?: (file: number, records: readonly UnknownRecord[]) => void
  /** Nothing of a package may count before this. */
  readonly onWhole?: (file: number, contents: readonly PackageContent[]) => void
  readonly onRefused?: (file: number, refusal: PackageRefusal) => void
}

/** What else the reading of packages may be told. */
export interface ReadPackagesOptions {
  readonly limits?: PackageLimits
  readonly signal?: AbortSignal | undefined
  /** What may open packages that are encrypted. */
  readonly secrets?: Secrets | undefined
}

/** So many packages are worth a second reader; fewer are read before it has started. */
const WORTH_TWO = 4

/**
 * Reads packages in processes of their own, two at once where there are many, and tells of each either that
 * it is whole or why it is refused, one after the other in their order. A package that kills its reader is
 * refused; the rest get another. Throws only what `signal` was aborted with.
 */
export async function readPackages(
  startReader: StartReader,
  paths: readonly string[],
  listener: PackageListener,
  { limits = DEFAULT_PACKAGE_LIMITS, signal, secrets = {} }: ReadPackagesOptions = {},
): Promise<void> {
  const stop = new AbortController()
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const shared = { limits, listener, secrets, signal: stopped, turns: inTurn() }
  const count = paths.length >= WORTH_TWO && availableParallelism() > 1 ? 2 : 1
  const files = paths.map((path, file) => ({ path, file }))
  const lanes = Array.from({ length: count }, (_, lane) =>
    readAll(startReader, { ...shared, files: files.filter(({ file }) => file % count === lane) }),
  )
  try {
    await Promise.all(lanes)
  } catch (error) {
    // What one reader cannot go on from ends the other too, before anybody hears of it.
    stop.abort(error)
    await Promise.allSettled(lanes)
    throw error
  }
}

interface Reading {
  readonly files: readonly FileToRead[]
  readonly limits: PackageLimits
  readonly listener: PackageListener
  readonly signal: AbortSignal
  readonly secrets: Secrets
  readonly turns: Turns
}

/** Reads files one after the other, by as many processes as it takes. */
async function readAll(startReader: StartReader, reading: Reading): Promise<void> {
  let { files } = reading
  while (files.length > 0) {
    reading.signal.throwIfAborted()
    files = files.slice(await readWithOne(startReader, { ...reading, files }))
  }
}

/** Reads with one process until all is read or the process is no more. Gives how many files it dealt with. */
function readWithOne(startReader: StartReader, reading: Reading): Promise<number> {
  const { files, limits, signal, secrets, turns } = reading
  return new Promise((resolve, reject) => {
    const reader = startReader()
    let read = 0
    let hasStarted = false
    let hasEnded = false
    const end = (settle: () => void): void => {
      if (hasEnded) return
      hasEnded = true
      clock.stop()
      signal.removeEventListener('abort', abort)
      settle()
      reader.kill()
    }
    const abort = (): void => end(() => reject(signal.reason))
    const giveUp = (refusal: PackageRefusal): void =>
      end(() => {
        const refused = files[read]
        if (refused) hearOf({ kind: 'refused', file: refused.file, refusal }, reading)
        resolve(read + 1)
      })
    const clock = readingClock(limits, turns, () => giveUp(TOO_SLOW))
    reader.onReply(reply => {
      if (reply === READER_STARTED) hasStarted = true
      if (reply === READER_STARTED || hasEnded) return
      try {
        const message = packageMessage.parse(reply)
        if (message.kind === 'done') return end(() => resolve(files.length))
        if (message.file !== files[read]?.file)
          throw new Error('A reader spoke of another file than it reads.')
        hearOf(message, reading, () => reader.send(READ_ON))
        if (isLast(message)) clock.begin(files[++read])
      } catch (error) {
        end(() => reject(error))
      }
    })
    reader.onExit(() => {
      const detail = hasStarted ? 'it takes more memory than is allowed' : ''
      giveUp({ code: hasStarted ? 'too-large' : 'reader-failed', detail })
    })
    signal.addEventListener('abort', abort)
    clock.begin(files[0])
    const request: PackagesRequest = { kind: 'packages', files, limits, secrets }
    reader.send(request)
  })
}

type FileMessage = Exclude<PackageMessage, { kind: 'done' }>

/** Passes on what is said of a file once it has its turn, and then gives the turn on if that was all. */
function hearOf(
  message: FileMessage,
  { listener, turns }: Pick<Reading, 'listener' | 'turns'>,
  after?: () => void,
): void {
  turns.hear(message.file, () => {
    tell(listener, message)
    if (isLast(message)) turns.pass()
    after?.()
  })
}

const isLast = ({ kind }: FileMessage): boolean => kind === 'whole' || kind === 'refused'

/** Says when a file takes too long. A reader that is ahead of its turn waits for the engine, and is not slow. */
function readingClock(limits: PackageLimits, turns: Turns, onSlow: () => void) {
  let timer: NodeJS.Timeout | undefined
  let hasStopped = false
  const start = (next: FileToRead): void => {
    clearTimeout(timer)
    if (hasStopped) return
    const due = () => (next.file === turns.now() ? onSlow() : start(next))
    timer = setTimeout(due, timeFor(next.path, limits))
  }
  return {
    /** The time of this file begins: now, and once more with its turn. */
    begin: (next: FileToRead | undefined): void => {
      clearTimeout(timer)
      if (!next) return
      start(next)
      if (next.file !== turns.now()) turns.hear(next.file, () => start(next))
    },
    stop: (): void => {
      hasStopped = true
      clearTimeout(timer)
    },
  }
}

const TOO_SLOW: PackageRefusal = { code: 'too-slow', detail: 'it took too long to read' }

function tell(listener: PackageListener, message: FileMessage): void {
  switch (message.kind) {
    case 'package':
      listener.onPackage?.(message.file, message)
      return
    case 'rows':
      listener.onRows?.(message.file, message)
      return
    case 'unknown':
      listener.onUnknown?.(message.file, message.records)
      return
    case 'whole':
      listener.onWhole?.(message.file, message.contents)
      return
    case 'refused':
      listener.onRefused?.(message.file, message.refusal)
  }
}

/** A large file may take longer; one that is not there is refused by the reader at once. */
function timeFor(path: string | undefined, { milliseconds }: PackageLimits): number {
  const size = path === undefined ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0)
  return milliseconds + size / 1_000
}
