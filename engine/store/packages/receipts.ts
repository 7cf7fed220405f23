import type { ReadableStore, WritableStore } from '../store.ts'

type Nothing = Record<string, never>

/** A package that was merged. */
export interface PackageRow {
  readonly number: number
  readonly receipt: string
  readonly name: string
  readonly sha256: string
  readonly device: string
  readonly study: string
}

/**
 * The number of records of one kind and person that were imported from a package, and the digest of their
 * lines.
 */
export interface PackageDigestRow {
  readonly package: number
  readonly kind: string
  readonly person: string
  readonly records: number
  readonly digest: string
}

/** A stored receipt, with its content as JSON. */
export interface ReceiptRow {
  readonly id: string
  readonly mergedAt: string
  readonly device: string
  readonly content: string
}

/** The number that the next package gets. */
export function nextPackageNumber(store: ReadableStore): number {
  const row = store
    .prepare<Nothing, { readonly next: number }>(
      'SELECT coalesce(max(number), 0) + 1 AS next FROM package',
    )
    .get({})
  return row?.next ?? 1
}

/** Stores a package that is merged; its receipt may follow in the same transaction. */
export function appendPackage(store: WritableStore, row: PackageRow): void {
  store
    .prepare<PackageRow>(
      `INSERT INTO package (number, receipt, name, sha256, device, study)
       VALUES (@number, @receipt, @name, @sha256, @device, @study)`,
    )
    .run(row)
}

/** Stores the digest of a package's records of one kind and person. */
export function appendPackageDigest(store: WritableStore, row: PackageDigestRow): void {
  store
    .prepare<PackageDigestRow>(
      `INSERT INTO brought (package, kind, person, records, digest)
       VALUES (@package, @kind, @person, @records, @digest)`,
    )
    .run(row)
}

/** Stores a receipt. */
export function appendReceipt(store: WritableStore, row: ReceiptRow): void {
  store
    .prepare<ReceiptRow>(
      `INSERT INTO receipt (id, merged_at, device, content)
       VALUES (@id, @mergedAt, @device, @content)`,
    )
    .run(row)
}

/** Every receipt, latest first. */
export function getAllReceipts(store: ReadableStore): readonly ReceiptRow[] {
  return store
    .prepare<Nothing, ReceiptRow>(
      `SELECT id, merged_at AS mergedAt, device, content FROM receipt ORDER BY rowid DESC`,
    )
    .all({})
}

/** The packages that were merged, in the order of their merging. */
export function getAllPackages(store: ReadableStore): readonly PackageRow[] {
  return store
    .prepare<Nothing, PackageRow>(
      'SELECT number, receipt, name, sha256, device, study FROM package ORDER BY number',
    )
    .all({})
}

/** The numbers of the packages that brought records of any of these people. */
export function getPackagesOfPeople(
  store: ReadableStore,
  people: readonly string[],
): readonly number[] {
  return store
    .prepare<{ people: string }, { readonly package: number }>(
      `SELECT DISTINCT package FROM brought
       WHERE person IN (SELECT value FROM json_each(@people)) ORDER BY package`,
    )
    .all({ people: JSON.stringify(people) })
    .map(({ package: number }) => number)
}

/** The digests of a package's records, by kind and person. */
export function getAllPackageDigests(
  store: ReadableStore,
  number: number,
): readonly PackageDigestRow[] {
  return store
    .prepare<{ number: number }, PackageDigestRow>(
      `SELECT package, kind, person, records, digest FROM brought
       WHERE package = @number ORDER BY kind, person`,
    )
    .all({ number })
}

/** The keys that signed the packages of a device which were merged here before, oldest first. */
export function getKnownKeys(store: ReadableStore, device: string): readonly string[] {
  return store
    .prepare<{ device: string }, { readonly publicKey: string }>(
      `SELECT public_key AS publicKey FROM known_key WHERE device = @device ORDER BY first_seen_at`,
    )
    .all({ device })
    .map(({ publicKey }) => publicKey)
}

/** Remembers that a package of a device was signed with a key. */
export function rememberKey(
  store: WritableStore,
  seen: { readonly device: string; readonly publicKey: string; readonly at: string },
): void {
  store
    .prepare<typeof seen>(
      `INSERT INTO known_key (device, public_key, first_seen_at) VALUES (@device, @publicKey, @at)
       ON CONFLICT DO NOTHING`,
    )
    .run(seen)
}
