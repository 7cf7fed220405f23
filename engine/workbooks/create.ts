import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { WorkbookDetails } from '../../shared/model/workbook.ts'
import { WorkbookError } from '../errors.ts'
import { loadFramework, type NewFramework } from '../frameworks/load.ts'
import { createStore } from '../store/database.ts'
import type { WritableStore } from '../store/store.ts'
import { appendDevice, createWorkbookRow } from '../store/workbooks.ts'
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
  if (existsSync(file)) throw new WorkbookError('WORKBOOK_EXISTS', { file })
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.${uuidv7()}.unfinished`
  try {
    build(unfinished, content, program)
    if (existsSync(file)) throw new WorkbookError('WORKBOOK_EXISTS', { file })
    renameSync(unfinished, file)
    flushFolder(dirname(file))
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${unfinished}${ending}`, { force: true })
  }
  return openWorkbook(file, program)
}

function build(file: string, content: NewWorkbook, program: Program): void {
  const { store, database } = createStore(file)
  try {
    store.transaction(() => fill(store, content, program))
  } finally {
    database.close()
  }
}

function fill(store: WritableStore, content: NewWorkbook, program: Program): void {
  const { title, scale, madeUp, framework } = content
  const now = program.clock()
  const device = {
    id: uuidv7(),
    since: now,
    reason: 'created' as const,
    appVersion: program.appVersion,
    place: placeOf(store.file),
  }
  createWorkbookRow(store, { id: uuidv7(), title, scale, madeUp, createdAt: now })
  appendDevice(store, device)
  loadFramework(store, framework, { device: device.id, now })
}

/** A rename is only safe from a power cut once its folder is on disk; Windows has no such call. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
