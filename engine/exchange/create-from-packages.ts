import type { MergeReceipt } from '../../shared/model/exchange.ts'
import type { PermittedFile } from '../files/permits.ts'
import type { StartReader } from '../files/reader.ts'
import { createStore } from '../store/database.ts'
import { closeIncoming } from '../store/incoming.ts'
import type { OpenStore } from '../store/store.ts'
import {
  beginWorkbook,
  beginWorkbookFile,
  finishWorkbookFile,
  removeUnfinished,
} from '../workbooks/create.ts'
import { asWorkbook, openWorkbook } from '../workbooks/open.ts'
import type { Program, Workbook } from '../workbooks/workbook.ts'
import { refusedAccount } from './accounts.ts'
import { allRefused, type BringInOptions } from './bring-in.ts'
import type { Manifest } from './manifest.ts'
import { acceptMerge } from './merge-packages.ts'
import { stagePackages } from './stage-packages.ts'

/** What a new workbook may be told beside its packages. */
export interface FromPackagesOptions extends BringInOptions {
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
