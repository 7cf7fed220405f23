import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../../engine/store/migrate.ts'

const upTo = (version: number) => readMigrations().filter(one => one.version <= version)

const MOMENT = `'2026-03-09T09:00:00.000Z'`

const rating = (id: string, participant: string, indicator = 'i') => `INSERT INTO rating
  (id, participant, framework, indicator, criterion, round, answer, level, comment, wording, entry,
   recorded_at, device)
  VALUES ('${id}', '${participant}', 'h', '${indicator}', 'usefulness', 1, 'level', 4, '', 'title',
   'screen', ${MOMENT}, 'd')`

/** A workbook of the step before: p answered one question twice, q and r once each, all to the same. */
function migrated(): Database.Database {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.pragma('foreign_keys = ON')
  migrate(database, upTo(90))
  const indicator = (id: string, at: number) => `INSERT INTO indicator
    (framework, id, position, code, title, section, outcome, definition, source, unit, population,
     easy_read, rationale)
    VALUES ('h', '${id}', ${at}, '${id}', 'One', '["A"]', '', '', '', '', '', '', '')`
  const participant = (id: string) => `INSERT INTO participant_record
    (id, participant, workshop, code, stakeholder_group, recorded_at, device)
    VALUES ('${id}', '${id}', 's', '${id}', 'ADCS', ${MOMENT}, 'd')`
  database.exec(`
    INSERT INTO device (id, since, reason, app_version, place) VALUES ('d', ${MOMENT}, 'created', '1', '1');
    INSERT INTO framework VALUES ('h', 'F', 'file', 'f.csv', ${MOMENT}, 'd');
    ${indicator('i', 0)}; ${indicator('j', 1)};
    INSERT INTO workshop_record (id, workshop, title, date, venue, groups, recorded_at, device)
    VALUES ('s', 's', 'Spring', '2026-03-09', '', '["ADCS"]', ${MOMENT}, 'd');
    ${['p', 'q', 'r'].map(participant).join(';')};
    ${rating('a', 'p')}; ${rating('b', 'p')}; ${rating('c', 'q')}; ${rating('e', 'r')};
    ${rating('f', 'q', 'j')}`)
  migrate(database, upTo(100))
  return database
}

const link = (id: string, linked: 0 | 1) => `INSERT INTO participant_link
  (id, one, other, linked, recorded_at, device) VALUES ('${id}', 'q', 'r', ${linked}, ${MOMENT}, 'd')`

const supersedes = (record: string, superseded: string) =>
  `INSERT INTO supersession (record, superseded) VALUES ('${record}', '${superseded}')`

const conflicts = (database: Database.Database) =>
  database.prepare('SELECT indicator, person FROM conflict ORDER BY indicator, person').raw().all()

const sides = (database: Database.Database) =>
  database.prepare('SELECT person, id FROM conflict_side ORDER BY person, id').raw().all()

describe('100 conflicts', () => {
  it('knows two current ratings of one person and question as a conflict with its sides', () => {
    const database = migrated()
    expect(conflicts(database)).toEqual([['i', 'p']])
    expect(sides(database)).toEqual([
      ['p', 'a'],
      ['p', 'b'],
    ])
  })

  it('knows ratings of linked participants as those of one person, until the link is taken back', () => {
    const database = migrated()
    database.exec(link('l1', 1))
    expect(conflicts(database)).toEqual([
      ['i', 'p'],
      ['i', 'q'],
    ])
    expect(sides(database).slice(2)).toEqual([
      ['q', 'c'],
      ['q', 'e'],
    ])
    database.exec(`${link('l2', 0)}; ${supersedes('l2', 'l1')}`)
    expect(conflicts(database)).toEqual([['i', 'p']])
  })

  it('counts a conflict of a linked person once, also where one participant answered twice', () => {
    const database = migrated()
    database.exec(`${rating('g', 'q')}; ${link('l1', 1)}`)
    expect(conflicts(database)).toEqual([
      ['i', 'p'],
      ['i', 'q'],
    ])
    expect(sides(database).slice(2)).toEqual([
      ['q', 'c'],
      ['q', 'e'],
      ['q', 'g'],
    ])
  })

  it('knows no conflict where one answer was changed into the other', () => {
    const database = migrated()
    database.exec(supersedes('b', 'a'))
    expect(conflicts(database)).toEqual([])
    expect(sides(database)).toEqual([])
  })

  it('finds repeated keys in the index and passes over no rating one by one', () => {
    const plan = (
      migrated().prepare('EXPLAIN QUERY PLAN SELECT count(*) FROM conflict').all() as {
        readonly detail: string
      }[]
    )
      .map(({ detail }) => detail)
      .join('\n')
    expect(plan).toContain('SCAN repeated USING COVERING INDEX rating_by_key')
    expect(plan).not.toMatch(/SCAN (rating|mine)\b/)
  })
})
