import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { recoveryWords as say } from '../../shared/messages/recovery.ts'
import type { Recovery } from '../../shared/model/workbook.ts'
import { type BackupFile, listBackups, momentInName } from '../disk/backup-places.ts'
import { toWriteError } from '../disk/disk-errors.ts'
import { flushFile, flushFolder } from '../disk/flush.ts'
import { removePath, renamePath, tidyAway, tidyAwayOrLater } from '../disk/move-and-remove.ts'
import { namesIn } from '../disk/names-in.ts'
import { unfinishedName } from '../disk/unfinished.ts'
import { WorkbookError } from '../errors.ts'
import type { StartReader } from '../files/reader-process.ts'
import { mergeInOneGo } from '../packages/merge/in-one-go.ts'
import { writePackage } from '../packages/write/write-package.ts'
import type { Program } from '../program.ts'
import { openStore } from '../store/connection/database.ts'
import { openImage } from '../store/connection/image.ts'
import { type Salvage, salvage } from '../store/connection/salvage.ts'
import { forgetTold } from '../store/connection/told.ts'
import { eraseOvertakenDrafts } from '../store/records/turns.ts'
import { endInterruptedTurns } from '../turns/end.ts'
import { refuseUnsoundFile } from '../verify/soundness.ts'
import { asWorkbook, openWorkbook } from '../workbooks/open.ts'
import { bringHere, copiesOf } from './second-place.ts'

/**
 * Finds the newest backup of a workbook that is whole, beside it or on the second place, from which it is brought to `into`
 * first; undefined where there is none. Of two of the same moment the one beside it is taken.
 */
async function findGoodBackup(file: string, into: string): Promise<BackupFile | undefined> {
  const beside = listBackups(file)
  const all = [...beside, ...(await copiesOf(file))]
  for (const one of all.sort((a, b) => b.at.localeCompare(a.at))) {
    const here = beside.includes(one) ? one : await broughtHere(file, one, into)
    if (here && isSound(here.path)) return here
  }
  return undefined
}

/** A copy of the second place as a file of this disk; undefined where it cannot be read, as older ones may. */
async function broughtHere(
  file: string,
  copy: BackupFile,
  into: string,
): Promise<BackupFile | undefined> {
  try {
    await bringHere(dirname(file), copy, into)
    return { ...copy, path: into }
  } catch (error) {
    if (error instanceof WorkbookError) return undefined
    throw error
  }
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
 * Recovers a damaged workbook: makes a copy of the newest good backup, merges what can still be read of the damaged one
 * over it, and only then puts it in the place of the damaged one, which is set aside with its log and a receipt. Nothing
 * is deleted, and whoever is stopped on the way begins anew. Throws NO_BACKUP where no backup is whole, with nothing
 * changed, and what the disk says.
 */
export async function recoverWorkbook(
  startReader: StartReader,
  file: string,
  program: Program,
): Promise<Recovery> {
  const aside = `${file}${SET_ASIDE}${momentInName(program.clock())}`
  const rescue = unfinishedName(file)
  const anew = unfinishedName(file)
  const brought = unfinishedName(file)
  try {
    const backup = await findGoodBackup(file, brought)
    if (!backup) throw new WorkbookError('NO_BACKUP', { file })
    const found = salvageInto(rescue, file, backup)
    copyFileSync(backup.path, anew)
    const workbook = openWorkbook(anew, program)
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
    changePlaces(file, aside, anew, `${say.receipt(recovery).join('\n')}\n`)
    return recovery
  } finally {
    for (const path of [rescue, anew, brought]) {
      for (const ending of ['', '-wal', '-shm', '-journal']) tidyAwayOrLater(`${path}${ending}`)
    }
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

/** Sets the damaged file aside with its log and a receipt, and puts the recovered one in its place. */
function changePlaces(file: string, aside: string, anew: string, receipt: string): void {
  try {
    flushFile(anew)
    // The log follows its file, so that one that is given back finds it in either place.
    for (const ending of ['', ...LOGS]) {
      if (existsSync(`${file}${ending}`)) renamePath(`${file}${ending}`, `${aside}${ending}`)
    }
    // The index of the log is nothing by itself, and would be taken for that of the new one.
    removePath(`${file}-shm`)
    // The receipt says what is missing, to the last record.
    forgetTold(file)
    // Before the recovered file is there: whoever finds that finds what it lacks.
    writeFileSync(`${aside}.txt`, receipt, { flush: true })
    renamePath(anew, file)
    flushFolder(dirname(file))
  } catch (error) {
    giveBack(file, aside)
    throw toWriteError(error, file)
  }
}

const SET_ASIDE = '.damaged-'
const LOGS = ['-wal', '-journal'] as const

/**
 * Gives damaged workbooks of a folder their places back, where a recovery was stopped between setting one aside and
 * putting another there. They are then offered for recovery as before. Throws nothing.
 */
export function giveBackSetAside(folder: string): void {
  const names = namesIn(folder)
  for (const name of names) {
    const [file = '', moment = ''] = name.split(SET_ASIDE)
    if (!MOMENT.test(moment) || names.includes(file)) continue
    giveBack(join(folder, file), join(folder, name))
  }
}

const MOMENT = /^[\dT-]+Z$/

function giveBack(file: string, aside: string): void {
  try {
    if (existsSync(file)) return
    tidyAway(`${aside}.txt`)
    for (const ending of ['', ...LOGS]) {
      if (existsSync(`${aside}${ending}`)) renamePath(`${aside}${ending}`, `${file}${ending}`)
    }
  } catch {
    // It lies beside, whole, and is met again at the next start.
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
  // Named as what a killed program leaves is, as it has people's words.
  const path = unfinishedName(`${rescue}.workbook`)
  const name = 'rescued.workbook'
  try {
    const source = asWorkbook(open, program)
    endInterruptedTurns(source)
    await writePackage(startReader, source, { protection: 'none' }, { path, name })
    await mergeInOneGo(startReader, workbook, [{ path, name }])
    const { store } = workbook
    store.transaction(() => eraseOvertakenDrafts(store))
  } finally {
    open.database.close()
    tidyAway(path)
  }
}
