import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { WorkbookDetails } from '../../shared/model/workbook.ts'
import { WorkbookError } from '../errors.ts'
import { flushFolder } from '../files/flush-folder.ts'
import { loadFramework, type NewFramework } from '../frameworks/load.ts'
import { createStore } from '../store/database.ts'
import type { WritableStore } from '../store/store.ts'
import {
  appendDevice,
  createWorkbookRow,
  type DeviceRow,
  type WorkbookRow,
} from '../store/workbooks.ts'
import { openWorkbook, placeOf } from './open.ts'
import type { Program, Workbook } from './workbook.ts'

/** What a new workbook starts with. */
export interface NewWorkbook extends WorkbookDetails {
  readonly framework: NewFramework
  readonly madeUp: boolean
}

/**
 * Makes a workbook file and opens it. It is built under another name and renamed when it is whole,
 * so that no half-made workbook is ever found. Errors: WORKBOOK_EXISTS, DISK_FULL.
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

/** The name under which a workbook file is built. Throws WORKBOOK_EXISTS. */
export function beginWorkbookFile(file: string): string {
  if (existsSync(file)) throw new WorkbookError('WORKBOOK_EXISTS', { file })
  mkdirSync(dirname(file), { recursive: true })
  return `${file}.${uuidv7()}.unfinished`
}

/** Gives a workbook file that is whole and closed its name. Throws WORKBOOK_EXISTS. */
export function finishWorkbookFile(unfinished: string, file: string): void {
  if (existsSync(file)) throw new WorkbookError('WORKBOOK_EXISTS', { file })
  renameSync(unfinished, file)
  flushFolder(dirname(file))
}

/** Removes whatever is left of a workbook file that was not finished. */
export function removeUnfinished(unfinished: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${unfinished}${ending}`, { force: true })
}

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
    place: placeOf(store.file),
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
