import type { ScaleLength } from '../../../shared/model/scale.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

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

/** The research team's public key as somebody recorded it; blank where they took it back. */
export interface TeamKeyRecord {
  readonly id: string
  readonly publicKey: string
  readonly recordedAt: string
  readonly device: string
}

/** The key to which packages are encrypted; undefined where there is none. */
export function getTeamKey(store: ReadableStore): TeamKeyRecord | undefined {
  const record = store
    .prepare<Record<string, never>, TeamKeyRecord>(
      `SELECT id, public_key AS publicKey, recorded_at AS recordedAt, device FROM team_key`,
    )
    .get({})
  return record?.publicKey === '' ? undefined : record
}

/** The records of keys that nothing supersedes: more than one where laptops disagree. */
export function getCurrentTeamKeyIds(store: ReadableStore): readonly string[] {
  return store
    .prepare<Record<string, never>, { readonly id: string }>(
      `SELECT id FROM team_key_record AS k
       WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = k.id) ORDER BY id`,
    )
    .all({})
    .map(({ id }) => id)
}

/** Stores a key of the team. */
export function appendTeamKey(store: WritableStore, record: TeamKeyRecord): void {
  store
    .prepare<TeamKeyRecord>(
      `INSERT INTO team_key_record (id, public_key, recorded_at, device)
       VALUES (@id, @publicKey, @recordedAt, @device)`,
    )
    .run(record)
}
