import { totalCounts } from '../../shared/model/packages.ts'
import { INCOMING_TABLES } from '../packages/format/record-kinds.ts'
import { recordDigester } from '../packages/merge/digests.ts'
import { allReceipts } from '../packages/merge/receipts.ts'
import { countPackageRecords, iteratePackageRecords } from '../store/packages/import-records.ts'
import {
  getAllPackageDigests,
  getAllPackages,
  type PackageDigestRow,
} from '../store/packages/receipts.ts'
import type { ReadableStore } from '../store/store.ts'

/**
 * Proves the receipts of a workbook: that their numbers add up, and that every record that came with a package
 * is there and unchanged. Returns the receipts and packages that fail, in words.
 */
export function brokenReceipts(store: ReadableStore): readonly string[] {
  const receipts = allReceipts(store)
  const wrong = receipts.filter(({ packages, totals }) => {
    const sum = totalCounts(packages)
    const adds = packages.every(
      one =>
        one.read === one.new + one.known + one.conflicting + one.withdrawn + one.rejected &&
        (!one.accepted || totalCounts(one.kinds).read === one.read),
    )
    return !adds || JSON.stringify(sum) !== JSON.stringify(totals)
  })
  const accounts = new Map(
    receipts.flatMap(({ packages }) => packages).map(one => [one.number, one]),
  )
  const lost = getAllPackages(store).filter(({ number, sha256 }) => {
    const account = accounts.get(number)
    const digests = getAllPackageDigests(store, number)
    const total = digests.reduce((sum, { records }) => sum + records, 0)
    const agrees =
      account && account.new + account.conflicting === total && account.sha256 === sha256
    return !agrees || !isWhole(store, digests, number)
  })
  return [
    ...wrong.map(({ id }) => `the receipt ${id}`),
    ...lost.map(({ name, number }) => `package ${number} (${name})`),
  ]
}

/** Tests whether a package's records are all there and unchanged, except those of people who withdrew. */
function isWhole(
  store: ReadableStore,
  digests: readonly PackageDigestRow[],
  number: number,
): boolean {
  return INCOMING_TABLES.every(table => {
    const promised = digests.filter(({ kind }) => kind === table.kind)
    if (table.isSupersession) {
      const most = promised.reduce((sum, { records }) => sum + records, 0)
      return countPackageRecords(store, table, number) <= most
    }
    const digester = recordDigester(table)
    for (const row of iteratePackageRecords(store, table, number)) digester.add(row)
    const found = new Map(digester.all().map(one => [one.person, one]))
    const kept = promised.filter(({ digest }) => digest !== '')
    return (
      kept.length === found.size &&
      kept.every(({ person, records, digest }) => {
        const one = found.get(person)
        return one?.digest === digest && one.records === records
      })
    )
  })
}
