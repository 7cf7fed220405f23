import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { backupFolderOf, backupPath, listBackups } from '../disk/backup-places.ts'
import { toWriteError } from '../disk/disk-errors.ts'
import { flushFile, flushFolder } from '../disk/flush.ts'
import { ONLY_OWNER } from '../disk/modes.ts'
import { renamePath, tidyAway, tidyAwayOrLater } from '../disk/move-and-remove.ts'
import { sweepUnfinished, unfinishedName } from '../disk/unfinished.ts'
import { WorkbookError } from '../errors.ts'
import { writeCopy } from '../store/connection/copy.ts'
import { getTotals } from '../store/reports/tallies.ts'
import type { ReadableStore } from '../store/store.ts'
import { openSoundForReading } from '../verify/soundness.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { tooMany } from './thin-out.ts'

/** The moments of the system at which a file and its log were last written, in milliseconds. */
const writtenAt = (file: string): number =>
  Math.max(
    ...['', '-wal'].map(
      ending => statSync(`${file}${ending}`, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    ),
  )

/**
 * Backs a workbook up if it was written to since the last time, and thins older backups out. A workbook of made-up ratings,
 * and one in which nobody takes part yet, has nothing that could not be made anew. Returns the path of the new backup;
 * undefined where none was needed. Throws what the disk says, and DAMAGED_BACKUP.
 */
export function backUpIfChanged({ store, madeUp, clock }: Workbook): string | undefined {
  const { file } = store
  if (madeUp || getTotals(store).participants === 0) return undefined
  const backups = listBackups(file)
  const newest = backups[0] && statSync(backups[0].path, { throwIfNoEntry: false })?.mtimeMs
  if (newest !== undefined && writtenAt(file) <= newest) return undefined
  const now = clock()
  const to = backupPath(file, now)
  try {
    mkdirSync(backupFolderOf(file), { recursive: true, mode: ONLY_OWNER.folder })
    sweepUnfinished(backupFolderOf(file))
    write(store, to)
  } catch (error) {
    throw toWriteError(error, to)
  }
  for (const { path } of tooMany(listBackups(file), now)) tidyAway(path)
  return to
}

/** Writes a backup that is whole, checked and on the disk, or not there. */
function write(store: Workbook['store'], to: string): void {
  const unfinished = unfinishedName(to)
  try {
    writeCopy(store, unfinished)
    chmodSync(unfinished, ONLY_OWNER.file)
    refuseOther(store, unfinished)
    flushFile(unfinished)
    renamePath(unfinished, to)
    flushFolder(backupFolderOf(store.file))
  } finally {
    tidyAwayOrLater(unfinished)
  }
}

/** Refuses a copy that is not sound, or does not count what the workbook counts. Throws DAMAGED_BACKUP. */
function refuseOther(store: ReadableStore, file: string): void {
  const copy = openSoundForReading(file)
  try {
    if (isDeepStrictEqual(getTotals(copy.store), getTotals(store))) return
  } finally {
    copy.database.close()
  }
  throw new WorkbookError('DAMAGED_BACKUP', { file })
}

/** Backs up where it can be done now: over a full disk nobody may lose the workbook itself. True where one was made. */
export function backUpIfPossible(workbook: Workbook): boolean {
  try {
    return backUpIfChanged(workbook) !== undefined
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    return false
  }
}
