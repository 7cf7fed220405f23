import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant, supersedes } from './one-step.ts'

const rating = (id: string, comment: string | null) => `INSERT INTO rating
  (id, participant, framework, indicator, criterion, round, answer, level, comment, wording, entry,
   recorded_at, device)
  VALUES ('${id}', 'p', 'h', 'i', 'usefulness', 1, 'level', 4, ${comment === null ? 'NULL' : `'${comment}'`},
   'title', 'screen', ${MOMENT}, 'd')`

const comment = (id: string, text: string) => `INSERT INTO comment_record
  (id, participant, framework, indicator, criterion, round, text, wording, entry, recorded_at, device)
  VALUES ('${id}', 'p', 'h', 'i', 'usefulness', 1, '${text}', 'title', 'screen', ${MOMENT}, 'd')`

const tag = (id: string, on: string) => `INSERT INTO comment_tag
  (id, participant, rating, tag, removed, recorded_at, device)
  VALUES ('${id}', 'p', '${on}', 'cost', 0, ${MOMENT}, 'd')`

const settlement = (id: string, chosen: string | null) => `INSERT INTO settlement
  (id, participant, indicator, criterion, round, chosen, rule, recorded_at, device)
  VALUES ('${id}', 'p', 'i', 'usefulness', 1, ${chosen === null ? 'NULL' : `'${chosen}'`}, 'by hand',
   ${MOMENT}, 'd')`

const turn = (id: string, ended: string | null, key = 'k') => `INSERT INTO turn
  VALUES ('${id}', 'p', 1, '${key}', ${MOMENT}, ${ended === null ? 'NULL, NULL' : `${MOMENT}, '${ended}'`})`

/** A workbook of the step before in which p said this, brought up to this step. */
const migratedTo110 = (...before: readonly string[]) =>
  migrated({ from: 100, to: 110 }, framework('i'), participant('p'), ...before)

const answers = (database: Database.Database) =>
  database.prepare('SELECT id FROM current_rating ORDER BY id').pluck().all()

const words = (database: Database.Database) =>
  database.prepare('SELECT text FROM current_comment ORDER BY id').pluck().all()

describe('step 110, turns', () => {
  it('keeps ratings from before with the words that they say, and tags on them', () => {
    const database = migratedTo110(rating('a', 'Dear'), rating('b', ''), tag('t', 'a'))
    expect(database.prepare('SELECT id, comment FROM rating ORDER BY id').raw().all()).toEqual([
      ['a', 'Dear'],
      ['b', ''],
    ])
    expect(words(database)).toEqual(['Dear'])
    expect(database.prepare('SELECT id FROM current_comment_tag').pluck().all()).toEqual(['t'])
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('lets no answer hide a comment, and no comment an answer', () => {
    const database = migratedTo110(rating('a', 'Dear'))
    database.exec(`${rating('b', null)}; ${supersedes('b', 'a')}`)
    expect([answers(database), words(database)]).toEqual([['b'], ['Dear']])
    database.exec(`${comment('c', 'Cheap')}; ${supersedes('c', 'a')}`)
    expect([answers(database), words(database)]).toEqual([['b'], ['Cheap']])
    database.exec(`${comment('e', 'Cheaper')}; ${supersedes('e', 'c')}`)
    expect([answers(database), words(database)]).toEqual([['b'], ['Cheaper']])
  })

  it('lets a comment take the place of older words and leave the answer beside them', () => {
    const database = migratedTo110(rating('a', 'Dear'))
    database.exec(`${comment('c', 'Cheap')}; ${supersedes('c', 'a')}`)
    expect([answers(database), words(database)]).toEqual([['a'], ['Cheap']])
  })

  it('lets an older rating, which says both, take both away', () => {
    const database = migratedTo110(rating('a', 'Dear'), rating('b', ''), supersedes('b', 'a'))
    expect([answers(database), words(database)]).toEqual([['b'], []])
  })

  it('has a settlement between older ratings hold for their words, whatever is said later', () => {
    const database = migratedTo110(
      ...[rating('a', 'Dear'), rating('b', 'Cheap')],
      ...[settlement('s1', 'a'), supersedes('s1', 'b')],
    )
    expect([answers(database), words(database)]).toEqual([['a'], ['Dear']])
    database.exec(`${comment('c', 'Dearer')}; ${supersedes('c', 'a')}`)
    expect([answers(database), words(database)]).toEqual([['a'], ['Dearer']])
    database.exec(`${rating('e', null)}; ${supersedes('e', 'a', 'b')}`)
    expect([answers(database), words(database)]).toEqual([['e'], ['Dearer']])
    database.exec(`${settlement('s2', null)}; ${supersedes('s2', 's1')}`)
    expect(words(database)).toEqual(['Cheap', 'Dearer'])
  })

  it('has a settlement in favour of an answer alone leave older words alone', () => {
    const database = migratedTo110(rating('a', 'Dear'))
    database.exec(rating('b', null))
    database.exec(`${settlement('s1', 'b')}; ${supersedes('s1', 'a')}`)
    expect([answers(database), words(database)]).toEqual([['b'], ['Dear']])
  })

  it('takes a tag on a comment of either kind, and on nothing else', () => {
    const database = migratedTo110(rating('a', 'Dear'))
    database.exec(`${comment('c', 'Cheap')}; ${tag('t', 'a')}; ${tag('u', 'c')}`)
    expect(() => database.exec(tag('v', 'nothing'))).toThrow('a tag is on a comment')
  })

  it('keeps comments as they were recorded until their writer withdraws', () => {
    const database = migratedTo110()
    database.exec(comment('c', 'Cheap'))
    expect(() => database.exec(`UPDATE comment_record SET text = ''`)).toThrow('immutable')
    expect(() => database.exec('DELETE FROM comment_record')).toThrow('immutable')
    database.exec(`INSERT INTO withdrawal VALUES ('w', 'p', ${MOMENT}, 'd', NULL)`)
    database.exec('DELETE FROM comment_record')
    expect(words(database)).toEqual([])
  })

  it('has one open turn of a person at a time, and no key of one that ended', () => {
    const database = migratedTo110()
    database.exec(`${turn('one', 'finish', '')}; ${turn('two', null)}`)
    expect(() => database.exec(turn('three', null))).toThrow(/UNIQUE/)
    expect(() => database.exec(turn('four', 'cover', 'k'))).toThrow(/CHECK/)
  })
})
