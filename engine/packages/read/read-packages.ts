import { statSync } from 'node:fs'
import type { Secrets } from '../../files/encryption.ts'
import type { StartReader } from '../../files/reader-process.ts'
import type { Manifest } from '../format/manifest.ts'
import type { PackageRefusal } from '../format/refusal.ts'
import {
  DEFAULT_PACKAGE_LIMITS,
  type PackageContent,
  type PackageLimits,
  type PackageMessage,
  type UnknownRecord,
} from './messages.ts'
import { runReaderWorker, type WorkerFile } from './reader-worker.ts'

/** Receives what is read of packages, each of which is identified by its place in the list. */
export interface PackageListener {
  readonly onPackage?: (
    file: number,
    found: { readonly manifest: Manifest; readonly sha256: string; readonly bytes: number },
  ) => void
  readonly onRows?: (file: number, rows: Extract<PackageMessage, { kind: 'rows' }>) => void
  readonly onUnknown?: (file: number, records: readonly UnknownRecord[]) => void
  /** Called at the end of a whole package; nothing of it may count before. */
  readonly onWhole?: (file: number, contents: readonly PackageContent[]) => void
  readonly onRefused?: (file: number, refusal: PackageRefusal) => void
}

/** Options for reading packages. */
export interface ReadPackagesOptions {
  readonly limits?: PackageLimits
  readonly signal?: AbortSignal | undefined
  /** Passphrase and keys for packages that are encrypted. */
  readonly secrets?: Secrets | undefined
}

/**
 * Reads packages in a process of its own and reports each, in their order, as whole or as refused. A package
 * that kills its reader is refused, and another reader goes on with the rest. Throws only the reason with
 * which `signal` was aborted.
 */
export async function readPackages(
  startReader: StartReader,
  paths: readonly string[],
  listener: PackageListener,
  options: ReadPackagesOptions = {},
): Promise<void> {
  const { limits = DEFAULT_PACKAGE_LIMITS, signal, secrets = {} } = options
  signal?.throwIfAborted()
  const files = paths.map((path, file): WorkerFile => ({ path, file, bytes: fileSize(path) }))
  await runReaderWorker(startReader, {
    files,
    limits,
    secrets,
    signal,
    tell: message => tell(listener, message),
  })
}

/** The size of a file in bytes; 0 if it does not exist, which its reader will report. */
const fileSize = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

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
