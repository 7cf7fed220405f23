import type { RecordCounts, WorkbookTotals } from '../../../shared/model/packages.ts'
import { addingRatings } from '../../store/packages/bulk-ratings.ts'
import {
  countWithdrawn,
  getAllDivergent,
  getAllUnjoined,
  importFrameworks,
  importRecords,
  importSupersessions,
  isWithdrawn,
  keepExtras,
  type PackageRange,
  showEarliestLoadings,
} from '../../store/packages/import-records.ts'
import {
  appendPackage,
  appendPackageDigest,
  nextPackageNumber,
} from '../../store/packages/receipts.ts'
import { appendDivergentRecord, type RecordTable } from '../../store/packages/record-table.ts'
import { countSidesByPackage } from '../../store/records/conflicts.ts'
import { countWithdrawnPeople } from '../../store/records/withdrawals.ts'
import { getTotals } from '../../store/reports/tallies.ts'
import type { WritableStore } from '../../store/store.ts'
import { eraseWithdrawn } from '../../withdrawal/erase.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { keyOf, lineWriter } from '../format/canonical-line.ts'
import type { Stored } from '../format/record-kind.ts'
import {
  INCOMING_TABLES,
  RECORD_TABLES,
  recordKind,
  SUBJECT_TABLES,
} from '../format/record-kinds.ts'
import { digestPackage } from './digests.ts'
import { UnfitPackage } from './fit.ts'
import { rangeOf, type StagedPackage } from './staging.ts'

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
    for (const one of merging) importTables(store, tables, one)
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

function importTables(store: WritableStore, tables: readonly RecordTable[], one: Merging): void {
  const { staged, number, kinds } = one
  for (const table of tables) {
    const range = { ...rangeOf(staged.ranges, table.kind), package: number }
    if (range.last < range.first) continue
    if (table.kind === 'framework') importFrameworks(store, range)
    kinds.set(table.kind, importKind(store, table, range, staged))
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
  for (const row of digestPackage(store, staged, number, kinds)) appendPackageDigest(store, row)
}

/** A workbook in numbers. */
export function totalsOf({ store }: Workbook): WorkbookTotals {
  return { ...getTotals(store), withdrawn: countWithdrawnPeople(store) }
}

/** Takes in the records of one kind that wait of a package, and says what became of them. */
function importKind(
  store: WritableStore,
  table: RecordTable,
  range: PackageRange,
  staged: StagedPackage,
): RecordCounts {
  const read = range.last - range.first + 1
  if (table.isSupersession) return importSupersessionKind(store, table, range, staged)
  const added = importOrRefuse(() => importRecords(store, table, range), staged)
  if (hasExtras(staged, table)) keepExtras(store, table, range)
  if (added === read) return counts(read, { new: added })
  const withdrawn = countWithdrawn(store, table, range)
  const rejected = keepDivergent(store, table, range)
  return counts(read, { new: added, withdrawn, rejected })
}

const hasExtras = ({ ranges }: StagedPackage, { kind }: RecordTable): boolean =>
  ranges.get(kind)?.hasExtras ?? false

function counts(
  read: number,
  found: { readonly new: number; readonly withdrawn?: number; readonly rejected?: number },
): RecordCounts {
  const { new: added, withdrawn = 0, rejected = 0 } = found
  const known = read - added - withdrawn - rejected
  return { read, new: added, known, conflicting: 0, withdrawn, rejected }
}

/** A record that names one which is nowhere breaks a rule of the store; then the package is unfit. */
function importOrRefuse<T>(work: () => T, staged: StagedPackage): T {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('SQLITE_CONSTRAINT')) {
      throw new UnfitPackage(
        staged,
        'one of its records names another that is neither in it nor here',
      )
    }
    throw error
  }
}

/** Keeps the records that say something else than their namesakes here. Gives how many. */
function keepDivergent(store: WritableStore, table: RecordTable, range: PackageRange): number {
  const kind = recordKind(table.kind)
  const toLine = kind && lineWriter(kind)
  const apart = getAllDivergent(store, table, range)
  const at = (column: string): number => table.columns.indexOf(column)
  for (const row of apart) {
    const values = row.slice(0, -1)
    const extra = row.at(-1)
    const valueAt = (column: string): Stored => values[at(column)] ?? null
    appendDivergentRecord(store, {
      kind: kind ? kind.name : String(valueAt('kind')),
      key: kind ? keyOf(table.key.map(valueAt)) : String(valueAt('key')),
      person: table.person === null ? '' : String(valueAt(table.person)),
      line: toLine?.(values, typeof extra === 'string' ? extra : null) ?? String(valueAt('line')),
      package: range.package,
    })
  }
  return apart.length
}

/**
 * Takes in supersessions. Both records must be here by now and about the same, or a package could hide what it
 * is not about. One of someone who withdrew says nothing any more: the other may be of a person who was linked
 * to them, and stays.
 */
function importSupersessionKind(
  store: WritableStore,
  table: RecordTable,
  range: PackageRange,
  staged: StagedPackage,
): RecordCounts {
  const read = range.last - range.first + 1
  const added = importSupersessions(store, range, SUBJECT_TABLES)
  if (hasExtras(staged, table)) keepExtras(store, table, range)
  const unjoined = added === read ? [] : getAllUnjoined(store, range, SUBJECT_TABLES)
  const isGone = (id: string): boolean =>
    RECORD_TABLES.some(of => {
      const { first, last } = staged.ranges.get(of.kind) ?? { first: 1, last: 0 }
      return isWithdrawn(store, of, id, { first, last })
    })
  const strange = unjoined.find(({ record, superseded }) => !isGone(record) && !isGone(superseded))
  if (strange) {
    const words = `${strange.record} would take the place of ${strange.superseded}, which is about something else or not there`
    throw new UnfitPackage(staged, words)
  }
  return counts(read, { new: added, withdrawn: unjoined.length })
}
