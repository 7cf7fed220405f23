import type { RecordCounts, WorkbookTotals } from '../../shared/model/exchange.ts'
import { addingRatings } from '../store/bulk-ratings.ts'
import { countSidesByPackage } from '../store/conflicts.ts'
import { appendBrought, appendPackage, nextPackageNumber } from '../store/packages.ts'
import type { RecordTable } from '../store/record-table.ts'
import type { WritableStore } from '../store/store.ts'
import { showEarliestLoadings, takeInFrameworks } from '../store/take-in.ts'
import { getTotals } from '../store/tallies.ts'
import { countWithdrawnPeople } from '../store/withdrawals.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { broughtBy } from './brought.ts'
import { eraseWithdrawn } from './erase-withdrawn.ts'
import { INCOMING_TABLES } from './record-tables.ts'
import { rangeOf, type StagedPackage } from './stage-packages.ts'
import { takeInKind } from './take-in-kind.ts'

/** What became of the records of one package. */
export interface MergedPackage {
  readonly staged: StagedPackage
  readonly number: number
  readonly kinds: ReadonlyMap<string, RecordCounts>
}

/** What a merge did. */
export interface Merged {
  readonly packages: readonly MergedPackage[]
  readonly before: WorkbookTotals
  readonly after: WorkbookTotals
}

/** Kinds that must be in place for all packages before any record is weighed: who withdrew is not taken in. */
const FIRST: readonly string[] = ['device', 'withdrawal']

/**
 * Takes packages into a workbook: the union of its records and theirs, without those of people who withdrew.
 * Call it inside a transaction; `receipt` is the id that the receipt will have. Throws `UnfitPackage`.
 */
export function mergePackages(
  workbook: Workbook,
  packages: readonly StagedPackage[],
  receipt: string,
): Merged {
  const { store } = workbook
  const before = totalsOf(workbook)
  const firstNumber = nextPackageNumber(store)
  const merging = packages.map((staged, index) => ({
    staged,
    number: firstNumber + index,
    kinds: new Map<string, RecordCounts>(),
  }))
  const takeAll = (tables: readonly RecordTable[]): void => {
    for (const one of merging) takeInTables(store, tables, one)
  }
  takeAll(INCOMING_TABLES.filter(({ kind }) => FIRST.includes(kind)))
  eraseWithdrawn(store)
  addingRatings(store, countWaiting(packages, 'rating'), () =>
    takeAll(INCOMING_TABLES.filter(({ kind }) => !FIRST.includes(kind))),
  )
  showEarliestLoadings(store)
  countConflicting(store, merging)
  for (const one of merging) keepPackage(store, one, receipt)
  return { packages: merging, before, after: totalsOf(workbook) }
}

/** How many records of a kind wait, of all packages. */
export function countWaiting(packages: readonly StagedPackage[], kind: string): number {
  return packages.reduce((total, { ranges }) => {
    const { first, last } = rangeOf(ranges, kind)
    return total + last - first + 1
  }, 0)
}

type Merging = MergedPackage & { readonly kinds: Map<string, RecordCounts> }

function takeInTables(store: WritableStore, tables: readonly RecordTable[], one: Merging): void {
  const { staged, number, kinds } = one
  for (const table of tables) {
    const range = { ...rangeOf(staged.ranges, table.kind), package: number }
    if (range.last < range.first) continue
    if (table.kind === 'framework') takeInFrameworks(store, range)
    kinds.set(table.kind, takeInKind(store, table, range, staged))
  }
}

/** Moves the new ratings that are sides of a conflict from new to conflicting. */
function countConflicting(store: WritableStore, merging: readonly Merging[]): void {
  const sides = countSidesByPackage(store)
  for (const { number, kinds } of merging) {
    const counts = kinds.get('rating')
    const conflicting = sides.get(number) ?? 0
    if (!counts || conflicting === 0) continue
    kinds.set('rating', { ...counts, new: counts.new - conflicting, conflicting })
  }
}

function keepPackage(
  store: WritableStore,
  { staged, number, kinds }: Merging,
  receipt: string,
): void {
  const { file: name, sha256, manifest } = staged
  const { device, study } = manifest
  appendPackage(store, { number, receipt, name, sha256, device, study: study.id })
  for (const row of broughtBy(store, staged, number, kinds)) appendBrought(store, row)
}

/** A workbook in numbers. */
export function totalsOf({ store }: Workbook): WorkbookTotals {
  return { ...getTotals(store), withdrawn: countWithdrawnPeople(store) }
}
