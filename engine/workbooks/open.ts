import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { scaleOf } from '../../shared/model/scale.ts'
import type { WorkbookDetails } from '../../shared/model/workbook.ts'
import { refuseDevice, toWriteError } from '../disk/disk-errors.ts'
import { flushFolder } from '../disk/flush.ts'
import { renamePath, tidyAwayOrLater } from '../disk/move-and-remove.ts'
import { sweepUnfinished, tidyAtExit, unfinishedName } from '../disk/unfinished.ts'
import { WorkbookError } from '../errors.ts'
import { loadFramework, type NewFramework } from '../frameworks/versions/load-version.ts'
import type { Program } from '../program.ts'
import { closingOnFailure, createStore, openStore } from '../store/connection/database.ts'
import { openSnapshot } from '../store/connection/snapshot.ts'
import { versionOf } from '../store/migrate.ts'
import {
  appendDevice,
  createWorkbookRow,
  type DeviceRow,
  getLatestDevice,
  getWorkbook,
  type WorkbookRow,
} from '../store/records/workbook.ts'
import type { OpenStore, WritableStore } from '../store/store.ts'
import { openSoundForReading, refuseUnsoundFile } from '../verify/soundness.ts'
import { completeErasure } from '../withdrawal/erase.ts'
import type { Workbook } from './workbook.ts'

/** Opens a workbook file. Errors: NO_SUCH_FILE, NOT_A_WORKBOOK, NEWER_WORKBOOK, DAMAGED_WORKBOOK. */
export function openWorkbook(file: string, program: Program): Workbook {
  refuseUnsoundFile(file)
  const open = openStore(file)
  return closingOnFailure(open.database, () => {
    const workbook = asWorkbook(open, program)
    completeErasure(open.store)
    return workbook
  })
}

/**
 * Opens a workbook file to be read alone: nothing is written to it or beside it, so it may lie on a disk that only
 * reads, and keeps its hash. Throws as `openWorkbook` does.
 */
export function openWorkbookForReading(file: string, program: Program): Workbook {
  const open = openSoundForReading(file)
  return closingOnFailure(open.database, () => {
    const latest = getLatestDevice(open.store)?.id
    const workbook = asWorkbook(open, program, latest)
    const { store } = open
    // Nobody else writes to what is in memory.
    return { ...workbook, snapshot: () => ({ store, close: () => undefined }) }
  })
}

/** An open workbook over an open file, as long as its own row is there. Throws DAMAGED_WORKBOOK. */
export function asWorkbook(
  { store, database }: OpenStore,
  program: Program,
  device?: string,
): Workbook {
  const row = getWorkbook(store)
  if (!row) {
    const detail = 'its first page was never finished'
    throw new WorkbookError('DAMAGED_WORKBOOK', { file: store.file, detail })
  }
  let scale = scaleOf(row.scale)
  return {
    store,
    id: row.id,
    title: row.title,
    // Until the first rating it can be changed, here or by another program.
    get scale() {
      const length = database.open ? getWorkbook(store)?.scale : undefined
      if (length !== undefined && length !== scale.length) scale = scaleOf(length)
      return scale
    },
    madeUp: row.madeUp,
    createdAt: row.createdAt,
    formatVersion: versionOf(database),
    device: device ?? currentDevice(store, program),
    clock: program.clock,
    appVersion: program.appVersion,
    keyFolder: program.keyFolder,
    snapshot: () => openSnapshot(store.file),
    close: store.close,
  }
}

/**
 * The device that writes from now on: the latest one, unless the file has moved to another place on
 * disk, as a copy or a restored backup has. Two files must never write under one device.
 */
function currentDevice(store: WritableStore, program: Program): string {
  const place = fileNumber(store.file)
  const latest = getLatestDevice(store)
  if (latest && isSamePlace(latest.place, place)) return latest.id
  const id = uuidv7()
  const { appVersion, clock } = program
  const reason = latest ? 'copied' : 'created'
  store.transaction(() => appendDevice(store, { id, since: clock(), reason, appVersion, place }))
  return id
}

/**
 * The place of a file: its number on its disk (inode), which a rename keeps and a copy changes, and on Windows the
 * disk's own number too, as two disks give the same numbers. Elsewhere a disk has another number at each start.
 */
function fileNumber(file: string): string {
  const { dev, ino } = statSync(file, { bigint: true })
  return process.platform === 'win32' ? `${dev}/${ino}` : ino.toString()
}

/** Tests whether a place is this one; workbooks of before say nothing of the disk. */
const isSamePlace = (known: string, place: string): boolean =>
  known === place || (!known.includes('/') && place.endsWith(`/${known}`))

/** The content of a new workbook. */
export interface NewWorkbook extends WorkbookDetails {
  readonly framework: NewFramework
  readonly madeUp: boolean
}

/**
 * Makes a workbook file and opens it. It is built under another name and renamed when it is whole,
 * so that no half-made workbook is ever found. Errors: WORKBOOK_EXISTS, DISK_FULL, FILE_IN_USE,
 * FILE_NOT_ALLOWED, DISK_GONE, CANNOT_WRITE_FILE.
 */
export function createWorkbook(file: string, content: NewWorkbook, program: Program): Workbook {
  const unfinished = beginWorkbookFile(file)
  try {
    const { store, database } = createStore(unfinished)
    try {
      store.transaction(() => fill(store, content, program))
    } finally {
      database.close()
    }
    finishWorkbookFile(unfinished, file)
  } finally {
    removeUnfinished(unfinished)
  }
  return openWorkbook(file, program)
}

/**
 * The name under which a workbook file is built. Throws WORKBOOK_EXISTS, and CANNOT_WRITE_FILE for a name that
 * Windows keeps for a device.
 */
export function beginWorkbookFile(file: string): string {
  refuseDevice({ path: file, name: file })
  if (existsSync(file)) throw new WorkbookError('WORKBOOK_EXISTS', { file })
  const folder = dirname(file)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw toWriteError(error, folder)
  }
  sweepUnfinished(folder)
  return unfinishedName(file)
}

/**
 * Gives a workbook file that is whole and closed its name. Throws WORKBOOK_EXISTS, and what the disk says of
 * a file that it does not rename.
 */
export function finishWorkbookFile(unfinished: string, file: string): void {
  if (existsSync(file)) throw new WorkbookError('WORKBOOK_EXISTS', { file })
  try {
    renamePath(unfinished, file)
    flushFolder(dirname(file))
  } catch (error) {
    throw toWriteError(error, file)
  }
}

/** A workbook's file and those that SQLite keeps beside it. */
const filesOf = (file: string): readonly string[] =>
  ['', '-wal', '-shm', '-journal'].map(ending => `${file}${ending}`)

/** Removes whatever is left of a workbook file that was not finished; what cannot be removed is swept later. */
export function removeUnfinished(unfinished: string): void {
  for (const path of filesOf(unfinished)) tidyAwayOrLater(path)
}

/** Has `removeUnfinished` done if the process is asked to end meanwhile. Returns what to call after it was done. */
export const removeUnfinishedAtExit = (unfinished: string): (() => void) =>
  tidyAtExit(...filesOf(unfinished))

/** Makes the row of a workbook, and of the device that writes it first. */
export function beginWorkbook(
  store: WritableStore,
  row: Omit<WorkbookRow, 'createdAt'>,
  program: Program,
): DeviceRow {
  const now = program.clock()
  const device: DeviceRow = {
    id: uuidv7(),
    since: now,
    reason: 'created',
    appVersion: program.appVersion,
    place: fileNumber(store.file),
  }
  createWorkbookRow(store, { ...row, createdAt: now })
  appendDevice(store, device)
  return device
}

function fill(store: WritableStore, content: NewWorkbook, program: Program): void {
  const { title, scale, madeUp, framework } = content
  const device = beginWorkbook(store, { id: uuidv7(), title, scale, madeUp }, program)
  loadFramework(store, framework, { device: device.id, now: device.since })
}
