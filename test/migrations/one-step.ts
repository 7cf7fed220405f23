import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../../engine/store/migrate.ts'

/** The moment of every record, as SQL. */
export const MOMENT = `'2026-03-09T09:00:00.000Z'`

/** A device and its workshop, on which other records depend. */
const WORKSHOP = `
  INSERT INTO device (id, since, reason, app_version, place) VALUES ('d', ${MOMENT}, 'created', '1', '1');
  INSERT INTO workshop_record (id, workshop, title, date, venue, groups, recorded_at, device)
  VALUES ('s', 's', 'Spring', '2026-03-09', '', '["ADCS"]', ${MOMENT}, 'd')`

/** A workbook of a version with a workshop and these rows, taken on to a later version. */
export function migrated(
  versions: { readonly from: number; readonly to: number },
  ...rows: readonly string[]
): Database.Database {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.pragma('foreign_keys = ON')
  const upTo = (version: number) => readMigrations().filter(one => one.version <= version)
  migrate(database, upTo(versions.from))
  database.exec([WORKSHOP, ...rows].join(';'))
  migrate(database, upTo(versions.to))
  return database
}

/** A framework with these indicators. */
export const framework = (...indicators: readonly string[]): string =>
  [
    `INSERT INTO framework VALUES ('h', 'F', 'file', 'f.csv', ${MOMENT}, 'd')`,
    ...indicators.map(
      (id, at) => `INSERT INTO indicator
        (framework, id, position, code, title, section, outcome, definition, source, unit, population,
         easy_read, rationale)
        VALUES ('h', '${id}', ${at}, '${id}', 'One', '["A"]', '', '', '', '', '', '', '')`,
    ),
  ].join(';')

/** A participant; with another id than `of`, a correction of that one. */
export const participant = (id: string, of = id): string => `INSERT INTO participant_record
  (id, participant, workshop, code, stakeholder_group, recorded_at, device)
  VALUES ('${id}', '${of}', 's', '${of}', 'ADCS', ${MOMENT}, 'd')`

/** A record takes the place of others. */
export const supersedes = (record: string, ...superseded: readonly string[]): string =>
  superseded
    .map(one => `INSERT INTO supersession (record, superseded) VALUES ('${record}', '${one}')`)
    .join(';')
