import { v7 as uuidv7 } from 'uuid'
import type { MergePreview, MergeReceipt } from '../../../shared/model/packages.ts'
import { areManyRatings } from '../../store/packages/bulk-ratings.ts'
import { appendReceipt, rememberKey } from '../../store/packages/receipts.ts'
import { getAllWithdrawn } from '../../store/records/withdrawals.ts'
import { clearTraces } from '../../withdrawal/erase.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { accountsOf, totalCounts } from './accounts.ts'
import { chooseFitting, type FitOptions, refuse, UnfitPackage } from './fit.ts'
import { countWaiting, type Merged, mergePackages, totalsOf } from './merge.ts'
import type { ReadPackage, StagedPackage } from './staging.ts'

/**
 * What a merge of packages that were read would do: the very merge, taken back again, so that what is
 * accepted is what was shown.
 */
export function previewMerge(
  workbook: Workbook,
  read: readonly ReadPackage[],
  options: FitOptions = {},
): MergePreview {
  return withFitting(workbook, read, options, fitting => {
    let preview: MergePreview | undefined
    try {
      workbook.store.transaction(() => {
        preview = mergeInTransaction(workbook, fitting, uuidv7(), options)
        throw new TakenBack()
      })
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error
    }
    if (!preview) throw new Error('A merge was taken back before it was made.')
    return preview
  })
}

/** Ends a transaction whose outcome was only to be seen. */
class TakenBack extends Error {}

/**
 * Merges packages that were read, and clears what the file and its backups keep of people whom a package
 * said to have withdrawn. Throws DISK_FULL, CANNOT_WRITE_FILE.
 */
export function acceptMerge(
  workbook: Workbook,
  read: readonly ReadPackage[],
  options: FitOptions = {},
): MergeReceipt {
  const { store } = workbook
  const gone = new Set(getAllWithdrawn(store))
  const merged = mergeRead(workbook, read, options)
  const nowGone = getAllWithdrawn(store).filter(participant => !gone.has(participant))
  // Their rows are deleted by now; what the file and its backups keep of them must go as well.
  if (nowGone.length > 0) clearTraces(store)
  return merged
}

/**
 * Merges packages that were read, all that fit in one transaction with their receipt: after a crash either
 * both are there or neither. Where none fits, nothing is written at all.
 */
export function mergeRead(
  workbook: Workbook,
  read: readonly ReadPackage[],
  options: FitOptions = {},
): MergeReceipt {
  const { store, device, clock, appVersion: app } = workbook
  const id = uuidv7()
  return withFitting(workbook, read, options, fitting => {
    const ratings = countWaiting(fitting.filter(isStaged), 'rating')
    const inOne = areManyRatings(store, ratings) ? store.largeTransaction : store.transaction
    return inOne(() => {
      const preview = mergeInTransaction(workbook, fitting, id, options)
      const receipt: MergeReceipt = { id, mergedAt: clock(), device, app, ...preview }
      if (receipt.packages.some(({ accepted }) => accepted)) {
        const { mergedAt } = receipt
        rememberSigners(workbook, fitting)
        appendReceipt(store, { id, mergedAt, device, content: JSON.stringify(receipt) })
      }
      return receipt
    })
  })
}

const isStaged = (one: ReadPackage): one is StagedPackage => one.kind === 'staged'

/** Remembers whose keys signed what was taken, so that another key is noticed the next time. */
function rememberSigners({ store, clock }: Workbook, taken: readonly ReadPackage[]): void {
  for (const one of taken) {
    if (one.kind !== 'staged' || !one.manifest.signer) continue
    const { device, signer } = one.manifest
    rememberKey(store, { device, publicKey: signer.publicKey, at: clock() })
  }
}

/** Merges what fits; a package that turns out not to is refused, and the merge is made without it. */
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

function mergeInTransaction(
  workbook: Workbook,
  fitting: readonly ReadPackage[],
  receipt: string,
  options: FitOptions,
): MergePreview {
  const staged = fitting.filter(isStaged)
  const merged: Merged =
    staged.length > 0
      ? mergePackages(workbook, staged, receipt)
      : { packages: [], before: totalsOf(workbook), after: totalsOf(workbook) }
  const packages = accountsOf(workbook, fitting, merged, options)
  return {
    packages,
    totals: totalCounts(packages),
    before: merged.before,
    after: merged.after,
  }
}
