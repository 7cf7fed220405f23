import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Secrets } from '../../files/encryption.ts'
import type { StartReader } from '../../files/reader-process.ts'
import { inFileOrder } from '../fast/in-file-order.ts'
import type { Manifest } from '../format/manifest.ts'
import type { PackageRefusal } from '../format/refusal.ts'
import {
  DEFAULT_PACKAGE_LIMITS,
  type PackageContent,
  type PackageLimits,
  type PackageMessage,
  type UnknownRecord,
} from './messages.ts'
import { type ReaderWorker, runReaderWorker, type WorkerFile } from './reader-worker.ts'

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
  /** For how many bytes a second process is worth its start. */
  readonly worthAnotherBytes?: number
}

/** For fewer bytes, the start of a second process would take longer than it saves. */
const WORTH_ANOTHER_BYTES = 4_000_000

/**
 * Reads packages in processes of their own and tells of each, in their order, either that it is whole or why
 * it is refused. A package that kills its reader is refused; the rest get another. Two read at once where there
 * is much to read, each every second package, and the one waits when it is far ahead of what is told. Throws
 * only what `signal` was aborted with.
 */
export async function readPackages(
  startReader: StartReader,
  paths: readonly string[],
  listener: PackageListener,
  options: ReadPackagesOptions = {},
): Promise<void> {
  const { limits = DEFAULT_PACKAGE_LIMITS, signal, secrets = {} } = options
  signal?.throwIfAborted()
  const files = paths.map((path, file): WorkerFile => ({ path, file, bytes: sizeOf(path) }))
  const turns = inFileOrder()
  const failed = new AbortController()
  const lane: Omit<ReaderWorker, 'files'> = {
    limits,
    secrets,
    signal: signal ? AbortSignal.any([signal, failed.signal]) : failed.signal,
    tell: (message, then) => {
      const { file, kind } = message
      const hear = (): void => {
        // Once one reader is ended, what others have told already is heard no more.
        if (lane.signal.aborted) return
        tell(listener, message)
        then()
      }
      turns.tell(file, hear, kind === 'whole' || kind === 'refused')
    },
    isTurnOf: turns.isTurnOf,
  }
  const lanes = assignFiles(files, options.worthAnotherBytes).map(async files => {
    try {
      await runReaderWorker(startReader, { ...lane, files })
    } catch (error) {
      failed.abort(error)
      throw error
    }
  })
  await Promise.all(lanes)
}

function assignFiles(
  files: readonly WorkerFile[],
  worth = WORTH_ANOTHER_BYTES,
): readonly (readonly WorkerFile[])[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const isWorth = total >= worth && availableParallelism() > 1
  if (!isWorth) return [files]
  return [0, 1].map(lane => files.filter((_, index) => index % 2 === lane))
}

/** How many bytes a file has; none where it is not there, which its reader says. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

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
