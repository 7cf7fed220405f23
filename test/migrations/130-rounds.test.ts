import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../../engine/store/migrate.ts'

const upTo = (version: number) => readMigrations().filter(one => one.version <= version)

const MOMENT = `'2026-03-09T09:00:00.000Z'`

/** A workbook of the step before, with a second round open and a participant who was corrected. */
function migrated(): Database.Database {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.pragma('foreign_keys = ON')
  migrate(database, upTo(129))
  const participant = (id: string) => `INSERT INTO participant_record
    (id, participant, workshop, code, stakeholder_group, recorded_at, device)
    VALUES ('${id}', 'p', 's', 'P01', 'ADCS', ${MOMENT}, 'd')`
  database.exec(`
    INSERT INTO device (id, since, reason, app_version, place) VALUES ('d', ${MOMENT}, 'created', '1', '1');
    INSERT INTO workshop_record (id, workshop, title, date, venue, groups, recorded_at, device)
    VALUES ('s', 's', 'Spring', '2026-03-09', '', '["ADCS"]', ${MOMENT}, 'd');
    ${participant('p')}; ${participant('q')};
    INSERT INTO supersession (record, superseded) VALUES ('q', 'p');
    INSERT INTO round_record (id, opening, workshop, round, indicators, taken_back, recorded_at, device)
    VALUES ('o', 'o', 's', 2, NULL, 0, ${MOMENT}, 'd')`)
  migrate(database, upTo(130))
  return database
}

const state = (id: string, closed: 0 | 1) => `INSERT INTO round_state
  (id, workshop, round, closed, recorded_at, device) VALUES ('${id}', 's', 1, ${closed}, ${MOMENT}, 'd')`

const supersedes = (record: string, superseded: string) =>
  `INSERT INTO supersession (record, superseded) VALUES ('${record}', '${superseded}')`

const closed = (database: Database.Database) =>
  database.prepare('SELECT round FROM closed_round').pluck().all()

describe('130 rounds', () => {
  it('leaves what was opened before open', () => {
    const database = migrated()
    expect(closed(database)).toEqual([])
    expect(database.prepare('SELECT round FROM opened_round').pluck().all()).toEqual([2])
  })

  it('closes a round by a record, and takes it for open where two disagree', () => {
    const database = migrated()
    database.exec(state('a', 1))
    expect(closed(database)).toEqual([1])
    database.exec(state('b', 0))
    expect(closed(database)).toEqual([])
    database.exec(`${state('c', 1)}; ${supersedes('c', 'a')}; ${supersedes('c', 'b')}`)
    expect(closed(database)).toEqual([1])
  })

  it('changes and deletes nothing of them but with a person who withdrew', () => {
    const database = migrated()
    const mark = (id: string) => `INSERT INTO person_round
      (id, participant, round, standing, recorded_at, device)
      VALUES ('${id}', 'p', 1, 'finished', ${MOMENT}, 'd')`
    database.exec(`${state('a', 1)}; ${mark('m')}; ${mark('n')}; ${supersedes('n', 'm')}`)
    for (const sql of [
      'UPDATE round_state SET closed = 0',
      'DELETE FROM round_state',
      'UPDATE person_round SET round = 2',
      'DELETE FROM person_round',
      `DELETE FROM supersession WHERE record = 'n'`,
    ]) {
      expect(() => database.exec(sql), sql).toThrow(/immutable/)
    }
    database.exec(`INSERT INTO withdrawal (id, participant, recorded_at, device)
      VALUES ('w', 'p', ${MOMENT}, 'd')`)
    database.exec(`DELETE FROM supersession; DELETE FROM person_round`)
    expect(() => database.exec('DELETE FROM round_state')).toThrow(/immutable/)
  })
})
