import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, participant, supersedes } from './one-step.ts'

/** A workbook of the step before, with a second round open and a participant who was corrected. */
const migratedTo130 = () =>
  migrated(
    { from: 129, to: 130 },
    ...[participant('p'), participant('q', 'p'), supersedes('q', 'p')],
    `INSERT INTO round_record (id, opening, workshop, round, indicators, taken_back, recorded_at, device)
     VALUES ('o', 'o', 's', 2, NULL, 0, ${MOMENT}, 'd')`,
  )

const state = (id: string, closed: 0 | 1) => `INSERT INTO round_state
  (id, workshop, round, closed, recorded_at, device) VALUES ('${id}', 's', 1, ${closed}, ${MOMENT}, 'd')`

const closed = (database: Database.Database) =>
  database.prepare('SELECT round FROM closed_round').pluck().all()

describe('130 rounds', () => {
  it('leaves what was opened before open', () => {
    const database = migratedTo130()
    expect(closed(database)).toEqual([])
    expect(database.prepare('SELECT round FROM opened_round').pluck().all()).toEqual([2])
  })

  it('closes a round by a record, and takes it for open where two disagree', () => {
    const database = migratedTo130()
    database.exec(state('a', 1))
    expect(closed(database)).toEqual([1])
    database.exec(state('b', 0))
    expect(closed(database)).toEqual([])
    database.exec(`${state('c', 1)}; ${supersedes('c', 'a')}; ${supersedes('c', 'b')}`)
    expect(closed(database)).toEqual([1])
  })

  it('changes and deletes nothing of them but with a person who withdrew', () => {
    const database = migratedTo130()
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
