import type { ScaleLength } from '../../shared/model/scale.ts'
import type { ReadableStore, WritableStore } from './store.ts'

/** The one row that says what this workbook is. */
export interface WorkbookRow {
  readonly id: string
  readonly title: string
  readonly scale: ScaleLength
  readonly madeUp: boolean
  readonly createdAt: string
}

/** One installation that has written to the workbook; the latest is the one that writes now. */
export interface DeviceRow {
  readonly id: string
  readonly since: string
  readonly reason: 'created' | 'copied'
  readonly appVersion: string
  readonly place: string
}

/** What this workbook is, or undefined where its making was cut short. */
export function getWorkbook(store: ReadableStore): WorkbookRow | undefined {
  const row = store
    .prepare<Record<string, never>, Omit<WorkbookRow, 'madeUp'> & { readonly madeUp: number }>(
      `SELECT id, title, scale, made_up AS madeUp, created_at AS createdAt FROM workbook`,
    )
    .get({})
  return row && { ...row, madeUp: row.madeUp === 1 }
}

/** Writes the one row of a new workbook. */
export function createWorkbookRow(store: WritableStore, row: WorkbookRow): void {
  store
    .prepare(
      `INSERT INTO workbook (only, id, title, scale, made_up, created_at)
       VALUES (1, @id, @title, @scale, @madeUp, @createdAt)`,
    )
    .run({ ...row, madeUp: row.madeUp ? 1 : 0 })
}

/** Gives the workbook another scale; only before the first rating, which is for the caller to know. */
export function setScale(store: WritableStore, scale: ScaleLength): void {
  store.prepare<{ scale: ScaleLength }>('UPDATE workbook SET scale = @scale').run({ scale })
}

/** The installation that wrote last here; those that came with packages have no place on this disk. */
export function getLatestDevice(store: ReadableStore): DeviceRow | undefined {
  return store
    .prepare<Record<string, never>, DeviceRow>(
      `SELECT id, since, reason, app_version AS appVersion, place
       FROM device WHERE place <> '' ORDER BY rowid DESC LIMIT 1`,
    )
    .get({})
}

/** Adds the installation that writes from now on. */
export function appendDevice(store: WritableStore, device: DeviceRow): void {
  store
    .prepare<DeviceRow>(
      `INSERT INTO device (id, since, reason, app_version, place)
       VALUES (@id, @since, @reason, @appVersion, @place)`,
    )
    .run(device)
}
