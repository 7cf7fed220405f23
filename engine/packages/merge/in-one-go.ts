import { existsSync } from 'node:fs'
import type { MergePreview, MergeReceipt, PackageAccount } from '../../../shared/model/packages.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import type { Program } from '../../program.ts'
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
  removeUnfinishedAtExit,
} from '../../workbooks/open.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import type { Manifest } from '../format/manifest.ts'
import { refusedAccount } from './accounts.ts'
import { acceptMerge, type MergeChoices, previewMerge } from './merge.ts'
import { isStaged, type ReadPackage, type StagingOptions, stagePackages } from './staging.ts'

export interface MergeOptions extends MergeChoices, StagingOptions {}

/**
 * Stages packages and merges them into an open workbook. The receipt has an account of each, refused ones
 * included; if all were refused, nothing was written. Throws DISK_FULL, CANNOT_WRITE_FILE.
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

/** Stages packages and previews their merge; the workbook stays unchanged. */
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
    // The file may be gone together with its disk; then nothing is staged any more.
    if (existsSync(store.file)) closeIncoming(store)
  }
}

/** Options for a workbook that is made from packages. */
export interface FromPackagesOptions extends MergeOptions {
  /** Its title; by default that of the first package. */
  readonly title?: string | undefined
  /** Inspects the study before the workbook is made; throws to refuse it. */
  readonly check?: (study: Manifest['study']) => void
}

/**
 * Makes a workbook of the study that the first whole package comes from, and merges all packages into it. A
 * set-up package is opened in this way on a new laptop. No file is left if none can be merged. Throws
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
  const removed = removeUnfinishedAtExit(unfinished)
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
    removed()
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
  const first = read.find(isStaged)
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

/** The error for a merge of which every package was refused. */
function allRefused(packages: readonly PackageAccount[]): WorkbookError {
  return new WorkbookError('PACKAGES_REFUSED', {
    packages: packages.map(({ file, problems: [problem] }) => ({
      file,
      code: problem?.code ?? '',
      message: problem?.message ?? '',
    })),
  })
}
