import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { recoveryWords as say } from '../../shared/messages/recovery.ts'
import type { Recovery } from '../../shared/model/workbook.ts'
import { type BackupFile, listBackups, momentInName } from '../disk/backup-places.ts'
import { toWriteError } from '../disk/disk-errors.ts'
import { flushFile, flushFolder } from '../disk/flush.ts'
import { removePath, renamePath, tidyAway, tidyAwayOrLater } from '../disk/move-and-remove.ts'
import { unfinishedName } from '../disk/unfinished.ts'
import { WorkbookError } from '../errors.ts'
import type { StartReader } from '../files/reader-process.ts'
import { mergeInOneGo } from '../packages/merge/in-one-go.ts'
import { writePackage } from '../packages/write/write-package.ts'
import type { Program } from '../program.ts'
import { openStore } from '../store/connection/database.ts'
import { openImage } from '../store/connection/image.ts'
import { type Salvage, salvage } from '../store/connection/salvage.ts'
import { eraseOvertakenDrafts } from '../store/records/turns.ts'
import { endInterruptedTurns } from '../turns/end.ts'
import { refuseUnsoundFile } from '../verify/soundness.ts'
import { asWorkbook, openWorkbook } from '../workbooks/open.ts'

/** The newest backup of a workbook that is whole; undefined where there is none. */
export function findGoodBackup(file: string): BackupFile | undefined {
  return listBackups(file).find(({ path }) => isSound(path))
}

function isSound(path: string): boolean {
  try {
    refuseUnsoundFile(path)
    return true
  } catch (error) {
    if (error instanceof WorkbookError) return false
    throw error
  }
}

/**
 * Recovers a damaged workbook: sets it aside with its log, puts the newest good backup in its place, merges what can
 * still be read of the damaged one over it, and writes a receipt beside it. Nothing is deleted. Throws NO_BACKUP where no
 * backup is whole, with nothing changed, and what the disk says.
 */
export async function recoverWorkbook(
  startReader: StartReader,
  file: string,
  program: Program,
): Promise<Recovery> {
  const backup = findGoodBackup(file)
  if (!backup) throw new WorkbookError('NO_BACKUP', { file })
  const aside = `${file}.damaged-${momentInName(program.clock())}`
  const rescue = unfinishedName(file)
  try {
    const found = salvageInto(rescue, file, backup)
    replaceBy(file, aside, backup)
    const workbook = openWorkbook(file, program)
    try {
      if (found.rescued > 0) await mergeSalvage(startReader, rescue, workbook, program)
      endInterruptedTurns(workbook)
    } finally {
      workbook.close()
    }
    const recovery: Recovery = {
      file: basename(file),
      setAside: basename(aside),
      backupOf: backup.at,
      rescued: found.rescued,
      lost: [...found.lost],
      isUncertain: found.isUncertain,
    }
    writeFileSync(`${aside}.txt`, `${say.receipt(recovery).join('\n')}\n`, { flush: true })
    return recovery
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) tidyAwayOrLater(`${rescue}${ending}`)
  }
}

const NOTHING: Salvage = { rescued: 0, lost: [], isUncertain: true }

/** Makes a copy of the backup with what can be read of the damaged file in it. */
function salvageInto(rescue: string, file: string, backup: BackupFile): Salvage {
  copyFileSync(backup.path, rescue)
  const { database } = openStore(rescue)
  try {
    const damaged = openDamaged(file)
    if (!damaged) return NOTHING
    try {
      return salvage(damaged, database)
    } finally {
      damaged.close()
    }
  } finally {
    database.close()
  }
}

/** The content of a damaged file, as far as SQLite opens it at all. */
function openDamaged(file: string) {
  try {
    return openImage(file)
  } catch {
    return undefined
  }
}

/** Sets the damaged file aside with its log, and puts the backup in its place. */
function replaceBy(file: string, aside: string, backup: BackupFile): void {
  const unfinished = unfinishedName(file)
  try {
    copyFileSync(backup.path, unfinished)
    flushFile(unfinished)
    for (const ending of ['-wal', '-journal', '']) {
      if (existsSync(`${file}${ending}`)) renamePath(`${file}${ending}`, `${aside}${ending}`)
    }
    // The index of the log is nothing by itself, and would be taken for that of the backup.
    removePath(`${file}-shm`)
    renamePath(unfinished, file)
    flushFolder(dirname(file))
  } catch (error) {
    throw toWriteError(error, file)
  } finally {
    tidyAway(unfinished)
  }
}

/** Merges what was rescued by a package, as if another laptop had brought it. */
async function mergeSalvage(
  startReader: StartReader,
  rescue: string,
  workbook: ReturnType<typeof openWorkbook>,
  program: Program,
): Promise<void> {
  const open = openStore(rescue)
  const path = `${rescue}.workbook`
  try {
    const source = asWorkbook(open, program)
    endInterruptedTurns(source)
    await writePackage(startReader, source, { protection: 'none' }, { path, name: basename(path) })
    await mergeInOneGo(startReader, workbook, [{ path, name: basename(path) }])
    const { store } = workbook
    store.transaction(() => eraseOvertakenDrafts(store))
  } finally {
    open.database.close()
    tidyAway(path)
  }
}
