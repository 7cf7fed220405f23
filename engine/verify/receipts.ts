import { INCOMING_TABLES } from '../packages/format/record-kinds.ts'
import { totalCounts } from '../packages/merge/accounts.ts'
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
 * Proves the receipts of a workbook once more: that their numbers add up, and that every record that came
 * with a package is there and says what it said then. Gives what does not hold, in words.
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
    const brought = getAllPackageDigests(store, number)
    const total = brought.reduce((sum, { records }) => sum + records, 0)
    const told = account && account.new + account.conflicting === total && account.sha256 === sha256
    return !told || !isWhole(store, brought, number)
  })
  return [
    ...wrong.map(({ id }) => `the receipt ${id}`),
    ...lost.map(({ name, number }) => `package ${number} (${name})`),
  ]
}

/** Whether the records that a package brought are there, but for those of people who withdrew. */
function isWhole(
  store: ReadableStore,
  brought: readonly PackageDigestRow[],
  number: number,
): boolean {
  return INCOMING_TABLES.every(table => {
    const promised = brought.filter(({ kind }) => kind === table.kind)
    if (table.isSupersession) {
      const most = promised.reduce((sum, { records }) => sum + records, 0)
      return countPackageRecords(store, table, number) <= most
    }
    const digests = recordDigester(table)
    for (const row of iteratePackageRecords(store, table, number)) digests.add(row)
    const found = new Map(digests.all().map(one => [one.person, one]))
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
