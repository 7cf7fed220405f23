import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrate, readMigrations } from '../../engine/store/migrate.ts'

const upTo = (version: number) => readMigrations().filter(one => one.version <= version)

const MOMENT = `'2026-03-09T09:00:00.000Z'`

/** A workbook of the step before, with two people who answered one question, one of them twice. */
function migrated(): Database.Database {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  database.pragma('foreign_keys = ON')
  migrate(database, upTo(80))
  const participant = (id: string) => `INSERT INTO participant_record
    (id, participant, workshop, code, stakeholder_group, recorded_at, device)
    VALUES ('${id}', '${id}', 's', '${id}', 'ADCS', ${MOMENT}, 'd')`
  database.exec(`
    INSERT INTO device (id, since, reason, app_version, place) VALUES ('d', ${MOMENT}, 'created', '1', '1');
    INSERT INTO framework VALUES ('h', 'F', 'file', 'f.csv', ${MOMENT}, 'd');
    INSERT INTO indicator (framework, id, position, code, title, section, outcome, definition, source,
      unit, population, easy_read, rationale)
    VALUES ('h', 'i', 0, 'A1', 'One', '["A"]', '', '', '', '', '', '', '');
    INSERT INTO workshop_record (id, workshop, title, date, venue, groups, recorded_at, device)
    VALUES ('s', 's', 'Spring', '2026-03-09', '', '["ADCS"]', ${MOMENT}, 'd');
    ${participant('p')}; ${participant('q')}; ${rating('a', 'p')}; ${rating('b', 'p')}`)
  migrate(database, upTo(90))
  return database
}

const rating = (id: string, participant: string) => `INSERT INTO rating
  (id, participant, framework, indicator, criterion, round, answer, level, comment, wording, entry,
   recorded_at, device)
  VALUES ('${id}', '${participant}', 'h', 'i', 'usefulness', 1, 'level', 4, '', 'title', 'screen',
   ${MOMENT}, 'd')`

const settlement = (id: string, chosen: string | null, participant = 'p') => `INSERT INTO settlement
  (id, participant, indicator, criterion, round, chosen, rule, recorded_at, device)
  VALUES ('${id}', '${participant}', 'i', 'usefulness', 1, ${chosen ? `'${chosen}'` : 'NULL'},
   'by hand', ${MOMENT}, 'd')`

const supersedes = (record: string, superseded: string) =>
  `INSERT INTO supersession (record, superseded) VALUES ('${record}', '${superseded}')`

const link = (id: string, linked: 0 | 1) => `INSERT INTO participant_link
  (id, one, other, linked, recorded_at, device) VALUES ('${id}', 'p', 'q', ${linked}, ${MOMENT}, 'd')`

const current = (database: Database.Database) =>
  database.prepare('SELECT id FROM current_rating ORDER BY id').pluck().all()

describe('090 people', () => {
  it('keeps the ratings of an older workbook current as they were', () => {
    expect(current(migrated())).toEqual(['a', 'b'])
  })

  it('sets aside what a settlement did not choose, until it is taken back', () => {
    const database = migrated()
    database.exec(`${settlement('s1', 'a')}; ${supersedes('s1', 'b')}`)
    expect(current(database)).toEqual(['a'])
    database.exec(`${settlement('s2', null)}; ${supersedes('s2', 's1')}`)
    expect(current(database)).toEqual(['a', 'b'])
  })

  it('lets two settlements that contradict each other lapse, so that neither side is lost', () => {
    const database = migrated()
    database.exec(`${settlement('s1', 'a')}; ${supersedes('s1', 'b')}`)
    database.exec(`${settlement('s2', 'b')}; ${supersedes('s2', 'a')}`)
    expect(current(database)).toEqual(['a', 'b'])
  })

  it('lets a settlement lapse when the answer that it chose is changed', () => {
    const database = migrated()
    database.exec(`${settlement('s1', 'a')}; ${supersedes('s1', 'b')}`)
    database.exec(`${rating('c', 'p')}; ${supersedes('c', 'a')}`)
    expect(current(database)).toEqual(['b', 'c'])
  })

  it('takes no settlement that chooses an answer of somebody else', () => {
    expect(() => migrated().exec(settlement('s1', 'a', 'q'))).toThrow(/its own question/)
    expect(() => migrated().exec(settlement('s1', 'x'))).toThrow(/its own question/)
  })

  it('knows linked participants as one person, for as long as nobody takes it back', () => {
    const database = migrated()
    database.exec(link('l1', 1))
    const people = database
      .prepare('SELECT participant, person FROM linked_person ORDER BY 1')
      .raw()
    expect(people.all()).toEqual([
      ['p', 'p'],
      ['q', 'p'],
    ])
    database.exec(`${link('l2', 0)}; ${supersedes('l2', 'l1')}`)
    expect(people.all()).toEqual([])
  })

  it('keeps every record as it is, and lets go of those of a person who withdrew', () => {
    const database = migrated()
    database.exec(`${settlement('s1', 'a')}; ${supersedes('s1', 'b')}; ${link('l1', 1)}`)
    for (const table of ['settlement', 'participant_link']) {
      expect(() => database.exec(`UPDATE ${table} SET device = 'd'`)).toThrow(/immutable/)
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/immutable/)
    }
    expect(() => database.exec('DELETE FROM supersession')).toThrow(/immutable/)
    database.exec(`INSERT INTO withdrawal (id, participant, recorded_at, device)
      VALUES ('w', 'p', ${MOMENT}, 'd')`)
    database.exec('DELETE FROM supersession; DELETE FROM settlement; DELETE FROM participant_link')
    expect(database.prepare('SELECT count(*) FROM settlement').pluck().get()).toBe(0)
  })

  it('shows one record of a participant whom two laptops corrected, the same everywhere', () => {
    const database = migrated()
    for (const [id, group] of [
      ['p2', 'DfE'],
      ['p3', 'Ofsted'],
    ]) {
      database.exec(`INSERT INTO participant_record
        (id, participant, workshop, code, stakeholder_group, recorded_at, device)
        VALUES ('${id}', 'p', 's', 'P', '${group}', ${MOMENT}, 'd'); ${supersedes(id ?? '', 'p')}`)
    }
    const shown = `SELECT stakeholder_group FROM participant WHERE participant = 'p'`
    expect(database.prepare(shown).pluck().all()).toEqual(['Ofsted'])
  })

  it('finds out whether a rating is current without reading all settlements', () => {
    const plan = (
      migrated().prepare('EXPLAIN QUERY PLAN SELECT id FROM current_rating').all() as {
        detail: string
      }[]
    ).map(({ detail }) => detail)
    expect(plan.join('\n')).not.toMatch(/SCAN (mine|theirs|across|settlement)/)
    expect(plan.join('\n')).toContain('SEARCH s USING PRIMARY KEY (superseded=?)')
  })
})
