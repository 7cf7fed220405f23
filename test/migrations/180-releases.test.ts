import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, participant } from './one-step.ts'

const migratedTo180 = () => migrated({ from: 179, to: 180 }, participant('p'))

const given = (id: string, content: string) => `INSERT INTO given_out
  (id, release, under, content, recorded_at) VALUES ('${id}', 'tables', 5, '${content}', ${MOMENT})`

describe('180 releases', () => {
  it('begins with nothing given out and nothing let out', () => {
    const database = migratedTo180()
    for (const table of ['given_out', 'released_words']) {
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([])
    }
  })

  it('keeps what was given out, and takes nothing else for it', () => {
    const database = migratedTo180()
    database.exec(given('a', '{}'))
    expect(() => database.exec('UPDATE given_out SET under = 2')).toThrow(/immutable/)
    expect(() => database.exec('DELETE FROM given_out')).toThrow(/immutable/)
    expect(() => database.exec(given('b', 'no JSON'))).toThrow(/CHECK/)
  })

  it('forgets that words are let out when the words go', () => {
    const database = migratedTo180()
    database.exec(`INSERT INTO released_words (record, recorded_at) VALUES ('c', ${MOMENT})`)
    database.exec(`INSERT INTO released_words (record, recorded_at) VALUES ('other', ${MOMENT})`)
    database.pragma('foreign_keys = OFF')
    database.exec(`INSERT INTO withdrawal (id, participant, recorded_at, device)
      VALUES ('w', 'p', ${MOMENT}, 'd')`)
    database.exec(`INSERT INTO comment_record (id, participant, framework, indicator, criterion, round,
      text, wording, entry, recorded_at, device)
      VALUES ('c', 'p', 'h', 'i', 'usefulness', 1, 'x', 'title', 'screen', ${MOMENT}, 'd')`)
    database.exec(`DELETE FROM comment_record WHERE id = 'c'`)
    const left = database.prepare('SELECT record FROM released_words').pluck().all()
    expect(left).toEqual(['other'])
  })
})
