import { z } from 'zod'
import type { Secrets } from '../../files/encryption.ts'
import { manifest } from '../format/manifest.ts'
import type { Stored } from '../format/record-kind.ts'
import { packageRefusal } from '../format/refusal.ts'

/** Limits on the size, shape and duration of a package. */
export interface PackageLimits {
  readonly fileBytes: number
  /** The largest file that is read in one go: thousands of small steps take several times as long. */
  readonly atOnceBytes: number
  readonly unpackedBytes: number
  /** The most that the contents may exceed the file's size, as a factor; small contents are exempt. */
  readonly ratio: number
  readonly manifestBytes: number
  /** The longest line, in characters. */
  readonly lineLength: number
  /** The deepest nesting of an unknown field. */
  readonly depth: number
  readonly records: number
  readonly memoryBytes: number
  /** The time for one file; a second more is added for each of its megabytes. */
  readonly milliseconds: number
}

/** Limits far above what years of a study come to, and far below what would trouble a laptop. */
export const DEFAULT_PACKAGE_LIMITS: PackageLimits = {
  fileBytes: 2_000_000_000,
  atOnceBytes: 16_000_000,
  unpackedBytes: 8_000_000_000,
  ratio: 200,
  manifestBytes: 1_000_000,
  lineLength: 400_000,
  depth: 16,
  records: 20_000_000,
  memoryBytes: 380_000_000,
  milliseconds: 60_000,
}

/** The number of a package's records of one kind and one person, and the digest of their lines. */
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
 * One column of a batch of records: a value for each row, or one that all rows share, or if values repeat, the
 * index into `values` for each row.
 */
const column = z.object({
  // A custom check, since a schema of a union would try millions of values against every member.
  values: z.custom<readonly Stored[]>(values => Array.isArray(values) && values.every(isStored)),
  rows: z.instanceof(Uint16Array).optional(),
})
export type Column = z.infer<typeof column>

/** A record of a kind that this program does not know, with its line as it is. */
const unknownRecord = z.object({
  kind: z.string(),
  key: z.string(),
  person: z.string(),
  line: z.string(),
})
export type UnknownRecord = z.infer<typeof unknownRecord>

const file = z.number().int().min(0)

/** The most rows in one message: an index into the values of a column has sixteen bits. */
const MOST_ROWS = 65_536

/**
 * A reader's message about one of its packages, which it reads one after the other. Rows arrive before the
 * package is known to be whole; only after `whole` may they count.
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

/** Sends a message to the engine; resolves when there is room for more. */
export type Tell = (message: PackageMessage) => Promise<void>

/** The request for a reader to read packages. */
export interface PackagesRequest {
  readonly kind: 'packages'
  /** The packages to read; `file` is the place of each in the list of all. */
  readonly packages: readonly { readonly path: string; readonly file: number }[]
  readonly limits: PackageLimits
  /** Passphrase and keys for packages that are encrypted. */
  readonly secrets: Secrets
}

/** The engine's answer to each message that it has stored, so that messages cannot pile up. */
export const READ_ON = 'read-on'

/**
 * The number of messages that a reader may send before it waits for the engine. A package of some thousand ratings
 * fits, with the small messages at its end, so that the reader reads the next one while the engine stores; waiting
 * messages take memory there.
 */
export const READ_AHEAD = 12
