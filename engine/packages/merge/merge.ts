import { v7 as uuidv7 } from 'uuid'
import {
  type MergePreview,
  type MergeReceipt,
  totalCounts,
  type WorkbookTotals,
} from '../../../shared/model/packages.ts'
import { noteRefusals } from '../../diary/refusals.ts'
import { addingRatings, areManyRatings } from '../../store/packages/bulk-ratings.ts'
import { showEarliestLoadings } from '../../store/packages/import-records.ts'
import {
  appendPackage,
  appendPackageDigest,
  appendReceipt,
  nextPackageNumber,
  rememberKey,
} from '../../store/packages/receipts.ts'
import type { RecordTable } from '../../store/packages/record-table.ts'
import { countSidesByPackage } from '../../store/records/conflicts.ts'
import { countWithdrawnPeople, getAllWithdrawn } from '../../store/records/withdrawals.ts'
import { getTotals } from '../../store/reports/tallies.ts'
import type { ReadableStore, WritableStore } from '../../store/store.ts'
import { clearTraces, eraseWithdrawn } from '../../withdrawal/erase.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { INCOMING_TABLES } from '../format/record-kinds.ts'
import { accountForPackages } from './accounts.ts'
import { digestPackage } from './digests.ts'
import { chooseFitting, type FitOptions, refuse, UnfitPackage } from './fit.ts'
import { ownVersions, settleFramework } from './framework-question.ts'
import { type ImportedPackage, importTables } from './import.ts'
import { countStaged, isStaged, type ReadPackage, type StagedPackage } from './staging.ts'

/** The decisions of a person about a merge as a whole. */
export interface MergeChoices extends FitOptions {
  /** The framework version to use: `ours`, `theirs`, or its hash or the beginning of it; left out, ours. */
  readonly framework?: string | undefined
}

/**
 * Previews a merge of packages that were read: carries it out and takes it back, so that accepting does
 * exactly what was shown.
 */
export function previewMerge(
  workbook: Workbook,
  read: readonly ReadPackage[],
  options: MergeChoices = {},
): MergePreview {
  return withFitting(workbook, read, options, fitting =>
    workbook.store.rehearse(() => mergeWithAccounts(workbook, fitting, uuidv7(), options)),
  )
}

/**
 * Merges packages that were read, and clears what the file and its backups keep of people who withdrew by
 * one of them. Throws DISK_FULL, CANNOT_WRITE_FILE.
 */
export function acceptMerge(
  workbook: Workbook,
  read: readonly ReadPackage[],
  options: MergeChoices = {},
): MergeReceipt {
  const { store } = workbook
  const withdrawn = new Set(getAllWithdrawn(store))
  const receipt = mergeRead(workbook, read, options)
  // The merge has deleted their rows; the free pages, the log and the backups still have them.
  if (getAllWithdrawn(store).some(participant => !withdrawn.has(participant))) clearTraces(store)
  return receipt
}

/**
 * Merges the packages that fit in one transaction with their receipt, so that a crash leaves both or neither.
 * If none fits, nothing is written but what was refused, for the diary. Traces of people who withdrew remain for the caller to clear.
 */
export function mergeRead(
  workbook: Workbook,
  read: readonly ReadPackage[],
  options: MergeChoices = {},
): MergeReceipt {
  const { store, device, clock, appVersion: app } = workbook
  const id = uuidv7()
  return withFitting(workbook, read, options, fitting => {
    const ratings = countStaged(fitting.filter(isStaged), 'rating')
    const inOne = areManyRatings(store, ratings) ? store.largeTransaction : store.transaction
    return inOne(() => {
      const preview = mergeWithAccounts(workbook, fitting, id, options)
      const receipt: MergeReceipt = { id, mergedAt: clock(), device, app, ...preview }
      if (receipt.packages.some(({ accepted }) => accepted)) {
        const { mergedAt } = receipt
        rememberSigners(workbook, fitting.filter(isStaged))
        appendReceipt(store, { id, mergedAt, device, content: JSON.stringify(receipt) })
      } else noteRefusals(workbook, receipt.packages)
      return receipt
    })
  })
}

/**
 * Runs a merge with the packages that fit. Some prove unfit only while their records are imported: each of
 * those is refused, and the merge starts again without it.
 */
function withFitting<T>(
  workbook: Workbook,
  read: readonly ReadPackage[],
  options: FitOptions,
  merge: (fitting: readonly ReadPackage[]) => T,
): T {
  const fitting = [...chooseFitting(workbook, read, options)]
  for (;;) {
    try {
      return merge(fitting)
    } catch (error) {
      if (!(error instanceof UnfitPackage)) throw error
      const { staged, message: detail } = error
      fitting[fitting.indexOf(staged)] = refuse(staged, { code: 'missing-record', detail })
    }
  }
}

/** Merges the staged ones of these packages, and accounts for all of them. `receipt` is the receipt's id. */
function mergeWithAccounts(
  workbook: Workbook,
  fitting: readonly ReadPackage[],
  receipt: string,
  options: MergeChoices,
): MergePreview {
  const { store } = workbook
  const before = workbookTotals(store)
  const own = ownVersions(store)
  const staged = fitting.filter(isStaged)
  const merged = staged.length > 0 ? mergePackages(store, staged, receipt) : NOTHING
  const wanted = options.framework
  const question = staged.length > 0 ? settleFramework(workbook, staged, { own, wanted }) : null
  const after = workbookTotals(store, merged.hasConflicts)
  const packages = accountForPackages(workbook, fitting, merged.packages, { ...options, question })
  const totals = totalCounts(packages)
  return { packages, totals, before, after, ...(question && { framework: question }) }
}

function workbookTotals(store: ReadableStore, hasConflicts = true): WorkbookTotals {
  return { ...getTotals(store, hasConflicts), withdrawn: countWithdrawnPeople(store) }
}

/** The outcome of an import: its packages, and whether the workbook has any conflicts now. */
interface Merged {
  readonly packages: readonly ImportedPackage[]
  readonly hasConflicts: boolean
}

/** Nothing was imported, so conflicts have to be looked for. */
const NOTHING: Merged = { packages: [], hasConflicts: true }

/** Kinds that come first, of all packages: no other record of a person who withdrew may be imported. */
const FIRST: readonly string[] = ['device', 'withdrawal']

/**
 * Makes a workbook the union of its records and those of packages, without those of people who withdrew.
 * Call it inside a transaction. Throws `UnfitPackage`.
 */
function mergePackages(
  store: WritableStore,
  packages: readonly StagedPackage[],
  receipt: string,
): Merged {
  const firstNumber = nextPackageNumber(store)
  const importing = packages.map((staged, index) => ({
    staged,
    number: firstNumber + index,
    kinds: new Map(),
  }))
  const importAll = (tables: readonly RecordTable[]): void => {
    for (const one of importing) importTables(store, tables, one)
  }
  importAll(INCOMING_TABLES.filter(({ kind }) => FIRST.includes(kind)))
  eraseWithdrawn(store)
  addingRatings(store, countStaged(packages, 'rating'), () =>
    importAll(INCOMING_TABLES.filter(({ kind }) => !FIRST.includes(kind))),
  )
  showEarliestLoadings(store)
  const hasConflicts = countConflicting(store, importing)
  for (const one of importing) keepPackage(store, one, receipt)
  return { packages: importing, hasConflicts }
}

/** Moves the new ratings that are sides of a conflict from new to conflicting. Returns whether there are any conflicts. */
function countConflicting(store: WritableStore, packages: readonly ImportedPackage[]): boolean {
  const sides = countSidesByPackage(store)
  for (const { number, kinds } of packages) {
    const counts = kinds.get('rating')
    const conflicting = sides.get(number) ?? 0
    if (!counts || conflicting === 0) continue
    kinds.set('rating', { ...counts, new: counts.new - conflicting, conflicting })
  }
  return sides.size > 0
}

/** Stores that a package was merged, with the digests by which its receipt can be proven. */
function keepPackage(
  store: WritableStore,
  { staged, number, kinds }: ImportedPackage,
  receipt: string,
): void {
  const { file: name, sha256, manifest } = staged
  const { device, study } = manifest
  appendPackage(store, { number, receipt, name, sha256, device, study: study.id })
  for (const row of digestPackage(store, staged, number, kinds)) appendPackageDigest(store, row)
}

/** Remembers the keys that signed merged packages, so that a different key is noticed next time. */
function rememberSigners({ store, clock }: Workbook, merged: readonly StagedPackage[]): void {
  for (const { manifest } of merged) {
    const { device, signer } = manifest
    if (signer) rememberKey(store, { device, publicKey: signer.publicKey, at: clock() })
  }
}
