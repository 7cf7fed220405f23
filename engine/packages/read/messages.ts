import { z } from 'zod'
import type { Secrets } from '../../files/encryption.ts'
import { manifest } from '../format/manifest.ts'
import type { Stored } from '../format/record-kind.ts'
import { packageRefusal } from '../format/refusal.ts'

/** How much a package may ask of this laptop. */
export interface PackageLimits {
  readonly fileBytes: number
  readonly unpackedBytes: number
  /** How many times larger than the file its contents may be, once they are large at all. */
  readonly ratio: number
  readonly manifestBytes: number
  /** The longest line, in characters. */
  readonly lineLength: number
  /** How deeply a field that is not known may nest. */
  readonly depth: number
  readonly records: number
  readonly memoryBytes: number
  /** The time for one file; a large one has a second more for each of its megabytes. */
  readonly milliseconds: number
}

/** Far above what a study of years comes to, far below what would trouble a laptop. */
export const DEFAULT_PACKAGE_LIMITS: PackageLimits = {
  fileBytes: 2_000_000_000,
  unpackedBytes: 8_000_000_000,
  ratio: 200,
  manifestBytes: 1_000_000,
  lineLength: 400_000,
  depth: 16,
  records: 20_000_000,
  memoryBytes: 380_000_000,
  milliseconds: 60_000,
}

/** What a package has of one kind and one person, with the digest of what those records say. */
export const packageContent = z.object({
  kind: z.string(),
  person: z.string(),
  records: z.number().int(),
  digest: z.string(),
})
export type PackageContent = z.infer<typeof packageContent>

const isStored = (value: unknown): value is Stored =>
  typeof value === 'string' || typeof value === 'number' || value === null

/**
 * One column of some records: a value each, or one that all of them share, or where values repeat, which of
 * `values` each row has.
 */
const column = z.object({
  // There are millions of them, each of which an array of a union would try against every member.
  values: z.custom<readonly Stored[]>(values => Array.isArray(values) && values.every(isStored)),
  rows: z.instanceof(Uint16Array).optional(),
})
export type Column = z.infer<typeof column>

/** A record of a kind that this program does not know, as it is. */
const unknownRecord = z.object({
  kind: z.string(),
  key: z.string(),
  person: z.string(),
  line: z.string(),
})
export type UnknownRecord = z.infer<typeof unknownRecord>

const file = z.number().int().min(0)

/** The most rows that cross at once: which value a row has is told in sixteen bits. */
const MOST_ROWS = 65_536

/**
 * What a reader says of the packages it was given, one after the other. Rows come before it is known that
 * the package is whole; only `whole` says that they may count.
 */
export const packageMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('package'),
    file,
    manifest,
    sha256: z.string(),
    bytes: z.number(),
  }),
  z.object({
    kind: z.literal('rows'),
    file,
    record: z.string(),
    count: z.number().int().min(0).max(MOST_ROWS),
    columns: z.array(column),
    /** The unknown fields of those rows that have some. */
    extras: z.array(z.object({ row: z.number().int(), extra: z.string() })),
  }),
  z.object({ kind: z.literal('unknown'), file, records: z.array(unknownRecord) }),
  z.object({ kind: z.literal('whole'), file, contents: z.array(packageContent) }),
  z.object({ kind: z.literal('refused'), file, refusal: packageRefusal }),
  z.object({ kind: z.literal('done') }),
])
export type PackageMessage = z.infer<typeof packageMessage>

/** Takes what was read; resolves when there is room for more. */
export type Tell = (message: PackageMessage) => Promise<void>

/** The request for a reader to read packages. */
export interface PackagesRequest {
  readonly kind: 'packages'
  /** Each is known by its place in the whole list. */
  readonly packages: readonly { readonly path: string; readonly file: number }[]
  readonly limits: PackageLimits
  /** What may open packages that are encrypted. */
  readonly secrets: Secrets
}

/** What the engine says each time it has stored what a reader sent, so that no heap of it grows. */
export const READ_ON = 'read-on'

/**
 * How many messages a reader may send before it waits for the engine: nearly as many as a package of some
 * thousand ratings takes, so that the one reads while the other stores. Whatever waits takes memory there.
 */
export const READ_AHEAD = 6
