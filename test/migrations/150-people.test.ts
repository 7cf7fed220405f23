import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, participant, supersedes } from './one-step.ts'

/** A workbook of the step before, with two participants, one of whom has a round marked. */
const migratedTo150 = () =>
  migrated(
    { from: 149, to: 150 },
    ...[participant('p'), participant('q'), standing('a'), standing('b'), supersedes('b', 'a')],
  )

const standing = (id: string) => `INSERT INTO person_round
  (id, participant, round, standing, recorded_at, device)
  VALUES ('${id}', 'p', 1, 'finished', ${MOMENT}, 'd')`

const mark = (id: string, test: 0 | 1) => `INSERT INTO participant_test
  (id, participant, test, recorded_at, device) VALUES ('${id}', 'p', ${test}, ${MOMENT}, 'd')`

const words = (id: string) => `INSERT INTO recall_words
  (id, participant, hash, recorded_at, device)
  VALUES ('${id}', 'p', '${'h'.repeat(43)}', ${MOMENT}, 'd')`

const counted = (database: Database.Database) =>
  database.prepare('SELECT participant FROM counted_participant ORDER BY 1').pluck().all()

const KEPT = /records are immutable/

describe('150 people', () => {
  it('counts everyone who was there before', () => {
    expect(counted(migratedTo150())).toEqual(['p', 'q'])
  })

  it('leaves a test out until the mark is taken back, and where laptops disagree', () => {
    const database = migratedTo150()
    database.exec(mark('t', 1))
    expect(counted(database)).toEqual(['q'])
    database.exec(mark('u', 0))
    expect(counted(database)).toEqual(['q'])
    database.exec(supersedes('u', 't'))
    expect(counted(database)).toEqual(['p', 'q'])
  })

  it('changes and deletes nothing of these but with a person who withdrew', () => {
    const database = migratedTo150()
    database.exec(`${mark('t', 1)}; ${mark('u', 0)}; ${supersedes('u', 't')};
      ${words('v')}; ${words('w')}; ${supersedes('w', 'v')}`)
    for (const change of [
      `UPDATE recall_words SET hash = '${'i'.repeat(43)}'`,
      'UPDATE participant_test SET test = 0',
      'DELETE FROM recall_words',
      'DELETE FROM participant_test',
      `DELETE FROM supersession WHERE record = 'w'`,
      `DELETE FROM supersession WHERE record = 'b'`,
    ]) {
      expect(() => database.exec(change)).toThrow(KEPT)
    }
    database.exec(`INSERT INTO withdrawal (id, participant, recorded_at, device)
      VALUES ('x', 'p', ${MOMENT}, 'd')`)
    database.exec(
      'DELETE FROM supersession; DELETE FROM recall_words; DELETE FROM participant_test',
    )
    expect(counted(database)).toEqual(['p', 'q'])
  })

  it('forgets a first word when its person hands over, and not when the screen is covered', () => {
    const database = migratedTo150()
    database.exec(`INSERT INTO first_word (participant, kept) VALUES ('p', '{}')`)
    const first = () => database.prepare('SELECT participant FROM first_word').pluck().all()
    const turn = (id: string, ended: string) =>
      database.exec(`INSERT INTO turn (id, participant, round, key, opened_at)
        VALUES ('${id}', 'p', 1, 'k', ${MOMENT});
        UPDATE turn SET ended = '${ended}', ended_at = ${MOMENT}, key = '' WHERE id = '${id}'`)
    turn('one', 'cover')
    turn('two', 'restart')
    expect(first()).toEqual(['p'])
    turn('three', 'hand-over')
    expect(first()).toEqual([])
  })
})
