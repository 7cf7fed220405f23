import type { ReadableStore, WritableStore } from './store.ts'

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
