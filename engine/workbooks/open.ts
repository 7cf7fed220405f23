import { statSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { scaleOf } from '../../shared/model/scale.ts'
import { WorkbookError } from '../errors.ts'
import { openStore } from '../store/database.ts'
import { versionOf } from '../store/migrate.ts'
import type { OpenStore, WritableStore } from '../store/store.ts'
import { appendDevice, getLatestDevice, getWorkbook } from '../store/workbooks.ts'
import type { Program, Workbook } from './workbook.ts'

/** Opens a workbook file. Errors: NO_SUCH_FILE, NOT_A_WORKBOOK, NEWER_WORKBOOK, DAMAGED_WORKBOOK. */
export function openWorkbook(file: string, program: Program): Workbook {
  const open = openStore(file)
  try {
    return asWorkbook(open, program)
  } catch (error) {
    open.database.close()
    throw error
  }
}

/** An open workbook over an open file, as long as its own row is there. Throws DAMAGED_WORKBOOK. */
export function asWorkbook({ store, database }: OpenStore, program: Program): Workbook {
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
      if (database.open) scale = scaleOf((getWorkbook(store) ?? row).scale)
      return scale
    },
    madeUp: row.madeUp,
    createdAt: row.createdAt,
    formatVersion: versionOf(database),
    device: currentDevice(store, program),
    clock: program.clock,
    appVersion: program.appVersion,
    keyFolder: program.keyFolder,
    close: () => database.close(),
  }
}

/**
 * The device that writes from now on: the latest one, unless the file has moved to another place on
 * disk, as a copy or a restored backup has. Two files must never write under one device.
 */
function currentDevice(store: WritableStore, program: Program): string {
  const place = placeOf(store.file)
  const latest = getLatestDevice(store)
  if (latest?.place === place) return latest.id
  const id = uuidv7()
  const { appVersion, clock } = program
  const reason = latest ? 'copied' : 'created'
  store.transaction(() => appendDevice(store, { id, since: clock(), reason, appVersion, place }))
  return id
}

/** What stays when a file is renamed and changes when it is copied: its number on the disk. */
export function placeOf(file: string): string {
  return statSync(file, { bigint: true }).ino.toString()
}
