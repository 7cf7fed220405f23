import type { MergeReceipt, PackageAccount } from '../../shared/model/packages.ts'
import { sameName } from '../../shared/model/vocabulary.ts'
import type { LeftToDo, MissingPackage } from '../../shared/model/whole-study.ts'
import { listDescriptions } from '../conflicts/descriptions.ts'
import { versionsInUse } from '../frameworks/versions/current-version.ts'
import { groupBy } from '../group-by.ts'
import { listDisputedRooms } from '../hands/rooms.ts'
import { personsIn } from '../rounds/marks.ts'
import { getAllParticipants, getAllWorkshops } from '../store/records/workshops.ts'
import { countUnread } from '../store/reports/study.ts'
import { getTotals } from '../store/reports/tallies.ts'
import type { ReadableStore } from '../store/store.ts'
import type { LaptopOf } from './laptops.ts'

/** Finds what is left to do before a study is whole. */
export function findLeftToDo(
  store: ReadableStore,
  receipts: readonly MergeReceipt[],
  laptopOf: LaptopOf,
): LeftToDo {
  return {
    conflicts: getTotals(store).conflicts,
    descriptions: listDescriptions(store).length,
    hands: listDisputedRooms(store).reduce((sum, { conflicts }) => sum + conflicts, 0),
    packages: missingPackages(receipts, laptopOf),
    setAside: versionsInUse(store).aside.size,
    codes: sharedCodes(store),
    unread: countUnread(store),
  }
}

/** The packages that were refused, and that nothing which was merged later makes up for; the latest first. */
function missingPackages(receipts: readonly MergeReceipt[], laptopOf: LaptopOf): MissingPackage[] {
  const accounts = receipts.flatMap(({ id, packages }) =>
    packages.map(account => ({ receipt: id, account })),
  )
  const accepted = accounts.filter(({ account }) => account.accepted).map(({ account }) => account)
  const missing = accounts.filter(
    ({ account }) => !account.accepted && !accepted.some(one => makesUpFor(one, account)),
  )
  const byFile = new Map(
    missing.toReversed().map(one => [one.account.sha256 ?? one.account.file, one]),
  )
  return [...byFile.values()].toReversed().map(({ receipt, account }) => ({
    file: account.file,
    laptop: account.source && laptopOf(account.source.device).name,
    receipt,
    why: account.problems.find(({ refuses }) => refuses)?.message ?? '',
  }))
}

/** Tests whether a package has what another had: the same file, or one of the same laptop that is no older. */
function makesUpFor(one: PackageAccount, other: PackageAccount): boolean {
  if (one.sha256 !== null && one.sha256 === other.sha256) return true
  // Of what cannot be read nothing is known but its name.
  if (!other.source) return one.file === other.file
  if (one.source?.device !== other.source.device) return false
  return (one.source.newest ?? '') >= (other.source.newest ?? '')
}

/** The codes that several people of one workshop have. */
function sharedCodes(store: ReadableStore): LeftToDo['codes'] {
  const personOf = personsIn(store)
  return getAllWorkshops(store).flatMap(({ id: workshop }) => {
    const byCode = groupBy(getAllParticipants(store, workshop), ({ code }) => sameName(code))
    return [...byCode.values()].flatMap(people => {
      const persons = new Set(people.map(({ id }) => personOf(id)))
      const [first] = people
      return first && persons.size > 1 ? [{ code: first.code, workshop, people: persons.size }] : []
    })
  })
}
