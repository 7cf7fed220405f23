import { existsSync } from 'node:fs'
import type { MergePreview, MergeReceipt, PackageAccount } from '../../shared/model/exchange.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import type { StartReader } from '../files/reader.ts'
import { closeIncoming } from '../store/incoming.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import type { FitOptions } from './choose-fitting.ts'
import { acceptMerge, previewMerge } from './merge-packages.ts'
import { type ReadPackage, type StagingOptions, stagePackages } from './stage-packages.ts'

export interface BringInOptions extends FitOptions, StagingOptions {}

/**
 * Merges packages into an open workbook. The answer has the account of each, also of those that were
 * refused; where all were, nothing was written. Throws DISK_FULL, CANNOT_WRITE_FILE.
 */
export function bringIn(
  startReader: StartReader,
  workbook: Workbook,
  packages: readonly PermittedFile[],
  options: BringInOptions = {},
): Promise<MergeReceipt> {
  return withStaged(startReader, workbook, packages, options, read =>
    acceptMerge(workbook, read, options),
  )
}

/** Says what merging packages would do; the workbook stays as it is. */
export function previewBringIn(
  startReader: StartReader,
  workbook: Workbook,
  packages: readonly PermittedFile[],
  options: BringInOptions = {},
): Promise<MergePreview> {
  return withStaged(startReader, workbook, packages, options, read =>
    previewMerge(workbook, read, options),
  )
}

async function withStaged<T>(
  startReader: StartReader,
  { store }: Workbook,
  packages: readonly PermittedFile[],
  options: StagingOptions,
  use: (read: readonly ReadPackage[]) => T,
): Promise<T> {
  try {
    return use(await stagePackages(startReader, store, packages, options))
  } finally {
    // A merge that a broken disk ended may have closed the file already; then nothing waits any more.
    if (existsSync(store.file)) closeIncoming(store)
  }
}

/** What to throw when no package could be brought in. */
export function allRefused(packages: readonly PackageAccount[]): WorkbookError {
  return new WorkbookError('PACKAGES_REFUSED', {
    packages: packages.map(({ file, problems: [problem] }) => ({
      file,
      code: problem?.code ?? '',
      message: problem?.message ?? '',
    })),
  })
}
