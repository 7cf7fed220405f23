import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant, supersedes } from './one-step.ts'

/** A workbook of the step before, with two people who answered one question, one of them twice. */
const migratedTo90 = () =>
  migrated(
    { from: 80, to: 90 },
    framework('i'),
    ...['p', 'q'].map(id => participant(id)),
    ...[rating('a', 'p'), rating('b', 'p')],
  )

const rating = (id: string, participant: string) => `INSERT INTO rating
  (id, participant, framework, indicator, criterion, round, answer, level, comment, wording, entry,
   recorded_at, device)
  VALUES ('${id}', '${participant}', 'h', 'i', 'usefulness', 1, 'level', 4, '', 'title', 'screen',
   ${MOMENT}, 'd')`

const settlement = (id: string, chosen: string | null, participant = 'p') => `INSERT INTO settlement
  (id, participant, indicator, criterion, round, chosen, rule, recorded_at, device)
  VALUES ('${id}', '${participant}', 'i', 'usefulness', 1, ${chosen ? `'${chosen}'` : 'NULL'},
   'by hand', ${MOMENT}, 'd')`

const link = (id: string, linked: 0 | 1) => `INSERT INTO participant_link
  (id, one, other, linked, recorded_at, device) VALUES ('${id}', 'p', 'q', ${linked}, ${MOMENT}, 'd')`

const current = (database: Database.Database) =>
  database.prepare('SELECT id FROM current_rating ORDER BY id').pluck().all()

describe('090 people', () => {
  it('keeps the ratings of an older workbook current as they were', () => {
    expect(current(migratedTo90())).toEqual(['a', 'b'])
  })

  it('sets aside what a settlement did not choose, until it is taken back', () => {
    const database = migratedTo90()
    database.exec(`${settlement('s1', 'a')}; ${supersedes('s1', 'b')}`)
    expect(current(database)).toEqual(['a'])
    database.exec(`${settlement('s2', null)}; ${supersedes('s2', 's1')}`)
    expect(current(database)).toEqual(['a', 'b'])
  })

  it('lets two settlements that contradict each other lapse, so that neither side is lost', () => {
    const database = migratedTo90()
    database.exec(`${settlement('s1', 'a')}; ${supersedes('s1', 'b')}`)
    database.exec(`${settlement('s2', 'b')}; ${supersedes('s2', 'a')}`)
    expect(current(database)).toEqual(['a', 'b'])
  })

  it('lets a settlement lapse when the answer that it chose is changed', () => {
    const database = migratedTo90()
    database.exec(`${settlement('s1', 'a')}; ${supersedes('s1', 'b')}`)
    database.exec(`${rating('c', 'p')}; ${supersedes('c', 'a')}`)
    expect(current(database)).toEqual(['b', 'c'])
  })

  it('takes no settlement that chooses an answer of somebody else', () => {
    expect(() => migratedTo90().exec(settlement('s1', 'a', 'q'))).toThrow(/its own question/)
    expect(() => migratedTo90().exec(settlement('s1', 'x'))).toThrow(/its own question/)
  })

  it('knows linked participants as one person, for as long as nobody takes it back', () => {
    const database = migratedTo90()
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
    const database = migratedTo90()
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
    const database = migratedTo90()
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
      migratedTo90().prepare('EXPLAIN QUERY PLAN SELECT id FROM current_rating').all() as {
        detail: string
      }[]
    ).map(({ detail }) => detail)
    expect(plan.join('\n')).not.toMatch(/SCAN (mine|theirs|across|settlement)/)
    expect(plan.join('\n')).toContain('SEARCH s USING PRIMARY KEY (superseded=?)')
  })
})
