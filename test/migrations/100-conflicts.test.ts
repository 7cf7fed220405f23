import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant, supersedes } from './one-step.ts'

const rating = (id: string, participant: string, indicator = 'i') => `INSERT INTO rating
  (id, participant, framework, indicator, criterion, round, answer, level, comment, wording, entry,
   recorded_at, device)
  VALUES ('${id}', '${participant}', 'h', '${indicator}', 'usefulness', 1, 'level', 4, '', 'title',
   'screen', ${MOMENT}, 'd')`

/** A workbook of the step before: p answered one question twice, q and r once each, all to the same. */
const migratedTo100 = () =>
  migrated(
    { from: 90, to: 100 },
    framework('i', 'j'),
    ...['p', 'q', 'r'].map(id => participant(id)),
    ...[
      rating('a', 'p'),
      rating('b', 'p'),
      rating('c', 'q'),
      rating('e', 'r'),
      rating('f', 'q', 'j'),
    ],
  )

const link = (id: string, linked: 0 | 1) => `INSERT INTO participant_link
  (id, one, other, linked, recorded_at, device) VALUES ('${id}', 'q', 'r', ${linked}, ${MOMENT}, 'd')`

const conflicts = (database: Database.Database) =>
  database.prepare('SELECT indicator, person FROM conflict ORDER BY indicator, person').raw().all()

const sides = (database: Database.Database) =>
  database.prepare('SELECT person, id FROM conflict_side ORDER BY person, id').raw().all()

describe('100 conflicts', () => {
  it('knows two current ratings of one person and question as a conflict with its sides', () => {
    const database = migratedTo100()
    expect(conflicts(database)).toEqual([['i', 'p']])
    expect(sides(database)).toEqual([
      ['p', 'a'],
      ['p', 'b'],
    ])
  })

  it('knows ratings of linked participants as those of one person, until the link is taken back', () => {
    const database = migratedTo100()
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
    const database = migratedTo100()
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
    const database = migratedTo100()
    database.exec(supersedes('b', 'a'))
    expect(conflicts(database)).toEqual([])
    expect(sides(database)).toEqual([])
  })

  it('finds repeated keys in the index and passes over no rating one by one', () => {
    const plan = (
      migratedTo100().prepare('EXPLAIN QUERY PLAN SELECT count(*) FROM conflict').all() as {
        readonly detail: string
      }[]
    )
      .map(({ detail }) => detail)
      .join('\n')
    expect(plan).toContain('SCAN repeated USING COVERING INDEX rating_by_key')
    expect(plan).not.toMatch(/SCAN (rating|mine)\b/)
  })
})
