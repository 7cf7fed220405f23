import { statSync } from 'node:fs'
import type { Secrets } from '../files/age.ts'
import { READER_STARTED, type StartReader } from '../files/reader.ts'
import type { Manifest } from './manifest.ts'
import {
  DEFAULT_PACKAGE_LIMITS,
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

/**
 * Reads packages in a process of its own, one after the other, and tells of each either that it is whole
 * or why it is refused. A package that kills its reader is refused; the rest get another. Throws only
 * what `signal` was aborted with.
 */
export async function readPackages(
  startReader: StartReader,
  paths: readonly string[],
  listener: PackageListener,
  { limits = DEFAULT_PACKAGE_LIMITS, signal, secrets = {} }: ReadPackagesOptions = {},
): Promise<void> {
  let first = 0
  while (first < paths.length) {
    signal?.throwIfAborted()
    first = await readWithOne(startReader, { paths, first, limits, listener, signal, secrets })
  }
}

interface Reading {
  readonly paths: readonly string[]
  readonly first: number
  readonly limits: PackageLimits
  readonly listener: PackageListener
  readonly signal: AbortSignal | undefined
  readonly secrets: Secrets
}

/** Reads with one process until all is read or the process is no more. Gives the place to go on from. */
function readWithOne(startReader: StartReader, reading: Reading): Promise<number> {
  const { paths, first, limits, listener, signal, secrets } = reading
  return new Promise((resolve, reject) => {
    const reader = startReader()
    let file = first
    let hasStarted = false
    let timer = setTimeout(() => undefined, 0)
    let hasEnded = false
    const end = (settle: () => void): void => {
      if (hasEnded) return
      hasEnded = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      settle()
      reader.kill()
    }
    const abort = (): void => end(() => reject(signal?.reason))
    const giveUpOn = (refusal: PackageRefusal): void =>
      end(() => {
        listener.onRefused?.(file, refusal)
        resolve(file + 1)
      })
    const startTimer = (): void => {
      clearTimeout(timer)
      const detail = 'it took too long to read'
      timer = setTimeout(() => giveUpOn({ code: 'too-slow', detail }), timeFor(paths[file], limits))
    }
    reader.onReply(reply => {
      if (reply === READER_STARTED) hasStarted = true
      if (reply === READER_STARTED || hasEnded) return
      try {
        const message = packageMessage.parse(reply)
        if (message.kind === 'done') {
          end(() => resolve(paths.length))
          return
        }
        if (message.file !== file) throw new Error('A reader spoke of another file than it reads.')
        tell(listener, message)
        if (message.kind === 'whole' || message.kind === 'refused') {
          file = message.file + 1
          startTimer()
        }
        reader.send(READ_ON)
      } catch (error) {
        end(() => reject(error))
      }
    })
    reader.onExit(() => {
      const detail = hasStarted ? 'it takes more memory than is allowed' : ''
      giveUpOn({ code: hasStarted ? 'too-large' : 'reader-failed', detail })
    })
    signal?.addEventListener('abort', abort)
    startTimer()
    const request: PackagesRequest = {
      kind: 'packages',
      paths: paths.slice(first),
      ...{ first, limits, secrets },
    }
    reader.send(request)
  })
}

function tell(listener: PackageListener, message: Exclude<PackageMessage, { kind: 'done' }>): void {
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
