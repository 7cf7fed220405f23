import type { ScaleLength } from '../../../shared/model/scale.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** The single row that describes the workbook. */
export interface WorkbookRow {
  readonly id: string
  readonly title: string
  readonly scale: ScaleLength
  readonly madeUp: boolean
  readonly createdAt: string
}

/** An installation that has written to the workbook; the latest one here writes now. */
export interface DeviceRow {
  readonly id: string
  readonly since: string
  readonly reason: 'created' | 'copied'
  readonly appVersion: string
  readonly place: string
}

/** The row that describes the workbook, or undefined if its creation was interrupted. */
export function getWorkbook(store: ReadableStore): WorkbookRow | undefined {
  const row = store
    .prepare<Record<string, never>, Omit<WorkbookRow, 'madeUp'> & { readonly madeUp: number }>(
      `SELECT id, title, scale, made_up AS madeUp, created_at AS createdAt FROM workbook`,
    )
    .get({})
  return row && { ...row, madeUp: row.madeUp === 1 }
}

/** Writes the row that describes a new workbook. */
export function createWorkbookRow(store: WritableStore, row: WorkbookRow): void {
  store
    .prepare(
      `INSERT INTO workbook (only, id, title, scale, made_up, created_at)
       VALUES (1, @id, @title, @scale, @madeUp, @createdAt)`,
    )
    .run({ ...row, madeUp: row.madeUp ? 1 : 0 })
}

/** Changes the workbook's scale. The caller ensures that there is no rating yet. */
export function setScale(store: WritableStore, scale: ScaleLength): void {
  store.prepare<{ scale: ScaleLength }>('UPDATE workbook SET scale = @scale').run({ scale })
}

/**
 * The latest installation that wrote to this file; devices from packages, which have no place, are left out.
 */
export function getLatestDevice(store: ReadableStore): DeviceRow | undefined {
  return store
    .prepare<Record<string, never>, DeviceRow>(
      `SELECT id, since, reason, app_version AS appVersion, place
       FROM device WHERE place <> '' ORDER BY rowid DESC LIMIT 1`,
    )
    .get({})
}

/** Every installation that wrote a record of this file, those from packages too. */
export function getAllDevices(store: ReadableStore): readonly string[] {
  return store
    .prepare<Record<string, never>, { readonly id: string }>('SELECT id FROM device ORDER BY id')
    .all({})
    .map(({ id }) => id)
}

/** Stores the installation that writes from now on. */
export function appendDevice(store: WritableStore, device: DeviceRow): void {
  store
    .prepare<DeviceRow>(
      `INSERT INTO device (id, since, reason, app_version, place)
       VALUES (@id, @since, @reason, @appVersion, @place)`,
    )
    .run(device)
}

/** A record of the research team's public key; the key is blank if it was taken back. */
export interface TeamKeyRecord {
  readonly id: string
  readonly publicKey: string
  readonly recordedAt: string
  readonly device: string
}

/** The key to which packages are encrypted; undefined if there is none. */
export function getTeamKey(store: ReadableStore): TeamKeyRecord | undefined {
  const record = store
    .prepare<Record<string, never>, TeamKeyRecord>(
      `SELECT id, public_key AS publicKey, recorded_at AS recordedAt, device FROM team_key`,
    )
    .get({})
  return record?.publicKey === '' ? undefined : record
}

/** The ids of the current records of the team's key: more than one if laptops disagree. */
export function getCurrentTeamKeyIds(store: ReadableStore): readonly string[] {
  return store
    .prepare<Record<string, never>, { readonly id: string }>(
      `SELECT id FROM team_key_record AS k
       WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = k.id) ORDER BY id`,
    )
    .all({})
    .map(({ id }) => id)
}

/** Stores a record of the team's key. */
export function appendTeamKey(store: WritableStore, record: TeamKeyRecord): void {
  store
    .prepare<TeamKeyRecord>(
      `INSERT INTO team_key_record (id, public_key, recorded_at, device)
       VALUES (@id, @publicKey, @recordedAt, @device)`,
    )
    .run(record)
}
