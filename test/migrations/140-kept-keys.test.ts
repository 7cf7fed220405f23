import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../../engine/store/migrate.ts'

const upTo = (version: number) => readMigrations().filter(one => one.version <= version)

const MOMENT = `'2026-03-09T09:00:00.000Z'`

/** A workbook of the step before, with a person whose turn is open. */
function migrated(): Database.Database {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.pragma('foreign_keys = ON')
  migrate(database, upTo(139))
  database.exec(`
    INSERT INTO device (id, since, reason, app_version, place) VALUES ('d', ${MOMENT}, 'created', '1', '1');
    INSERT INTO workshop_record (id, workshop, title, date, venue, groups, recorded_at, device)
    VALUES ('s', 's', 'Spring', '2026-03-09', '', '["ADCS"]', ${MOMENT}, 'd');
    INSERT INTO participant_record (id, participant, workshop, code, stakeholder_group, recorded_at, device)
    VALUES ('p', 'p', 's', 'P01', 'ADCS', ${MOMENT}, 'd');
    INSERT INTO turn (id, participant, round, key, opened_at) VALUES ('t', 'p', 1, 'k', ${MOMENT})`)
  migrate(database, upTo(140))
  return database
}

const keep = (participant: string, key: string) =>
  `INSERT INTO kept_key (participant, round, key) VALUES ('${participant}', 1, '${key}')`

describe('140 kept keys', () => {
  it('leaves an open turn its key, and keeps none yet', () => {
    const database = migrated()
    expect(database.prepare('SELECT key FROM turn').pluck().all()).toEqual(['k'])
    expect(database.prepare('SELECT * FROM kept_key').all()).toEqual([])
  })

  it('keeps one key for a person in a round, and none for nobody', () => {
    const database = migrated()
    database.exec(keep('p', 'k'))
    expect(() => database.exec(keep('p', 'other'))).toThrow(/UNIQUE/)
    expect(() => database.exec(keep('nobody', 'k'))).toThrow(/FOREIGN KEY/)
    expect(() => database.exec(keep('p', ''))).toThrow(/CHECK/)
  })
})
