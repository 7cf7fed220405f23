import { existsSync } from 'node:fs'
import type { MergePreview, MergeReceipt, PackageAccount } from '../../../shared/model/packages.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import { createStore } from '../../store/connection/database.ts'
import { closeIncoming } from '../../store/packages/incoming.ts'
import type { OpenStore } from '../../store/store.ts'
import {
  asWorkbook,
  beginWorkbook,
  beginWorkbookFile,
  finishWorkbookFile,
  openWorkbook,
  removeUnfinished,
} from '../../workbooks/open.ts'
import type { Program, Workbook } from '../../workbooks/workbook.ts'
import type { Manifest } from '../format/manifest.ts'
import { acceptMerge, previewMerge } from './accept.ts'
import { refusedAccount } from './accounts.ts'
import type { FitOptions } from './fit.ts'
import { type ReadPackage, type StagingOptions, stagePackages } from './staging.ts'

export interface MergeOptions extends FitOptions, StagingOptions {}

/**
 * Merges packages into an open workbook. The answer has the account of each, also of those that were
 * refused; where all were, nothing was written. Throws DISK_FULL, CANNOT_WRITE_FILE.
 */
export function mergeInOneGo(
  startReader: StartReader,
  workbook: Workbook,
  packages: readonly PermittedFile[],
  options: MergeOptions = {},
): Promise<MergeReceipt> {
  return withStaged(startReader, workbook, packages, options, read =>
    acceptMerge(workbook, read, options),
  )
}

/** Says what merging packages would do; the workbook stays as it is. */
export function previewInOneGo(
  startReader: StartReader,
  workbook: Workbook,
  packages: readonly PermittedFile[],
  options: MergeOptions = {},
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
function allRefused(packages: readonly PackageAccount[]): WorkbookError {
  return new WorkbookError('PACKAGES_REFUSED', {
    packages: packages.map(({ file, problems: [problem] }) => ({
      file,
      code: problem?.code ?? '',
      message: problem?.message ?? '',
    })),
  })
}

/** What a new workbook may be told beside its packages. */
export interface FromPackagesOptions extends MergeOptions {
  /** What it is called; left out, as in the first package. */
  readonly title?: string | undefined
  /** Looks at the study before anything is made; throws to refuse it. */
  readonly check?: (study: Manifest['study']) => void
}

/**
 * Makes a workbook of the study that the first whole package comes from, and merges all packages into it:
 * how a set-up package is opened on a new laptop. No file is left if none can be brought in. Throws
 * WORKBOOK_EXISTS, PACKAGES_REFUSED, DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function createFromPackages(
  startReader: StartReader,
  file: string,
  packages: readonly PermittedFile[],
  program: Program,
  options: FromPackagesOptions = {},
): Promise<{ readonly workbook: Workbook; readonly receipt: MergeReceipt }> {
  const unfinished = beginWorkbookFile(file)
  try {
    const open = createStore(unfinished)
    let receipt: MergeReceipt
    try {
      receipt = await fillFrom(startReader, open, packages, program, options)
    } finally {
      open.database.close()
    }
    finishWorkbookFile(unfinished, file)
    return { workbook: openWorkbook(file, program), receipt }
  } finally {
    removeUnfinished(unfinished)
  }
}

async function fillFrom(
  startReader: StartReader,
  open: OpenStore,
  packages: readonly PermittedFile[],
  program: Program,
  options: FromPackagesOptions,
): Promise<MergeReceipt> {
  const { store } = open
  const read = await stagePackages(startReader, store, packages, options)
  const first = read.find(one => one.kind === 'staged')
  if (!first) throw allRefused(read.filter(one => one.kind === 'refused').map(refusedAccount))
  const { study } = first.manifest
  options.check?.(study)
  const { id, scale, madeUp } = study
  const title = options.title ?? study.title
  store.transaction(() => beginWorkbook(store, { id, title, scale, madeUp }, program))
  const receipt = acceptMerge(asWorkbook(open, program), read, options)
  if (!receipt.packages.some(({ accepted }) => accepted)) throw allRefused(receipt.packages)
  closeIncoming(store)
  return receipt
}
