import type { PackageSource } from '../../../shared/model/packages.ts'
import type { Secrets } from '../../files/encryption.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import {
  appendIncoming,
  getIncomingFrameworks,
  getMoments,
  type IncomingRange,
  type Moments,
  openIncoming,
  type RowRange,
} from '../../store/packages/incoming.ts'
import type { RecordTable } from '../../store/packages/record-table.ts'
import type { ReadableStore, WritableStore } from '../../store/store.ts'
import { unpackRows } from '../fast/pack-rows.ts'
import type { Manifest } from '../format/manifest.ts'
import { INCOMING_TABLES, RECORD_TABLES, UNKNOWN_TABLE } from '../format/record-kinds.ts'
import type { PackageRefusal } from '../format/refusal.ts'
import type { PackageContent } from '../read/messages.ts'
import { type PackageListener, readPackages } from '../read/read-packages.ts'

/** A package that was read to its end and waits to be accepted. */
export interface StagedPackage {
  readonly kind: 'staged'
  readonly file: string
  readonly sha256: string
  readonly manifest: Manifest
  /** The number and the digest of its records, by kind and person. */
  readonly contents: readonly PackageContent[]
  /** The rows in which its records wait, by kind. */
  readonly ranges: ReadonlyMap<string, IncomingRange>
  /** The hashes of its framework versions. */
  readonly frameworks: readonly string[]
  /** The earliest and latest time at which its records were made, by the clocks of their laptops. */
  readonly moments: Moments
}

/** A package that is not taken. */
export interface RefusedPackage {
  readonly kind: 'refused'
  readonly file: string
  readonly sha256: string | null
  readonly source: PackageSource | null
  readonly refusal: PackageRefusal
  /** The number of its records if it was read to its end; else 0. */
  readonly read: number
}

export type ReadPackage = StagedPackage | RefusedPackage

/** True for a package that was read to its end. */
export const isStaged = (one: ReadPackage): one is StagedPackage => one.kind === 'staged'

/** The progress of reading packages. */
export interface StagingProgress {
  /** The number of files that were read. */
  readonly done: number
  /** The file that is being read. */
  readonly file: string
  readonly records: number
}

/** Options for reading packages. */
export interface StagingOptions {
  readonly signal?: AbortSignal | undefined
  /** Passphrase and keys for packages that are encrypted. */
  readonly secrets?: Secrets | undefined
  readonly onProgress?: ((progress: StagingProgress) => void) | undefined
}

/**
 * Reads packages and stages their records beside the workbook, which stays unchanged. Returns one result per
 * file, in their order. Throws only the reason with which `signal` was aborted.
 */
export async function stagePackages(
  startReader: StartReader,
  store: WritableStore,
  files: readonly PermittedFile[],
  { signal, secrets, onProgress }: StagingOptions = {},
): Promise<readonly ReadPackage[]> {
  openIncoming(store, INCOMING_TABLES)
  const read: ReadPackage[] = []
  const rows = rowCounter()
  let found: { readonly manifest: Manifest; readonly sha256: string } | undefined
  const fileName = (file: number): string => files[file]?.name ?? ''
  const tellProgress = (file: number): void =>
    onProgress?.({ done: read.length, file: fileName(file), records: rows.total() })
  const finish = (file: number, one: ReadPackage): void => {
    read.push(one)
    rows.begin()
    found = undefined
    tellProgress(file + 1)
  }
  tellProgress(0)
  const listener: PackageListener = {
    onPackage: (_file, { manifest, sha256 }) => {
      found = { manifest, sha256 }
    },
    onRows: (file, packed) => {
      const table = INCOMING_TABLES.find(({ kind }) => kind === packed.record)
      if (!table) throw new Error(`A reader sent records of the kind ${packed.record}.`)
      appendIncoming(store, table, unpackRows(packed))
      rows.count(table, packed.count, packed.extras.length > 0)
      tellProgress(file)
    },
    onUnknown: (file, unknown) => {
      const values = unknown.map(({ kind, key, person, line }) => [kind, key, person, line, null])
      appendIncoming(store, UNKNOWN_TABLE, {
        count: values.length,
        valueAt: (row, column) => values[row]?.[column],
        isSame: () => false,
      })
      rows.count(UNKNOWN_TABLE, unknown.length, false)
      tellProgress(file)
    },
    onWhole: (file, contents) => {
      if (!found) throw new Error('A reader ended a package that it did not begin.')
      const ranges = rows.ranges()
      const frameworks = getIncomingFrameworks(store, rangeOf(ranges, 'framework'))
      const moments = findMoments(store, ranges)
      const name = fileName(file)
      finish(file, { kind: 'staged', file: name, ...found, contents, ranges, frameworks, moments })
    },
    onRefused: (file, refusal) => {
      const source = found ? sourceOf(found.manifest) : null
      const sha256 = found?.sha256 ?? null
      finish(file, { kind: 'refused', file: fileName(file), sha256, source, refusal, read: 0 })
    },
  }
  const paths = files.map(({ path }) => path)
  await readPackages(startReader, paths, listener, { signal, secrets })
  return read
}

/** Computed while staging rather than merging, since the reader works on the next package meanwhile. */
function findMoments(store: ReadableStore, ranges: ReadonlyMap<string, RowRange>): Moments {
  const all = RECORD_TABLES.filter(
    ({ kind, columns }) => ranges.has(kind) && columns.includes('recorded_at'),
  ).map(table => getMoments(store, table, rangeOf(ranges, table.kind)))
  const earliest = all.flatMap(one => one.earliest ?? []).toSorted()
  const latest = all.flatMap(one => one.latest ?? []).toSorted()
  return { earliest: earliest[0] ?? null, latest: latest.at(-1) ?? null }
}

/** Counts the staged rows of each table, and keeps the ranges of those that came since a package began. */
function rowCounter() {
  const last = new Map<string, number>()
  let ranges = new Map<string, IncomingRange>()
  let total = 0
  return {
    /** Begins another package. */
    begin: (): void => {
      ranges = new Map()
    },
    count: ({ kind }: RecordTable, rows: number, hasExtras: boolean): void => {
      const before = last.get(kind) ?? 0
      const known = ranges.get(kind)
      last.set(kind, before + rows)
      total += rows
      ranges.set(kind, {
        first: known?.first ?? before + 1,
        last: before + rows,
        hasExtras: hasExtras || (known?.hasExtras ?? false),
      })
    },
    ranges: (): ReadonlyMap<string, IncomingRange> => ranges,
    total: (): number => total,
  }
}

/** The number of records that wait of these packages, of one kind or of all. */
export function countStaged(packages: readonly StagedPackage[], kind?: string): number {
  const ranges = packages.flatMap(({ ranges }) =>
    kind === undefined ? [...ranges.values()] : rangeOf(ranges, kind),
  )
  return ranges.reduce((total, { first, last }) => total + last - first + 1, 0)
}

/** The rows in which the records of a kind wait; an empty range if there are none. */
export function rangeOf(ranges: ReadonlyMap<string, RowRange>, kind: string): RowRange {
  return ranges.get(kind) ?? { first: 1, last: 0 }
}

/** The source of a package by its manifest. */
export function sourceOf({
  device,
  laptop,
  app,
  study,
  contents,
  newest,
}: Manifest): PackageSource {
  return {
    ...{ device, ...(laptop !== undefined && { laptop }), app },
    ...{ study: { id: study.id, title: study.title }, contents, newest },
  }
}
